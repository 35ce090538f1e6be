// Where a person writes: text, a small menu of other things to do, and the reply keyboard above it.

import { fillChoices, freshId, make, makeButton, say } from "./dom.js";
import { senderOf } from "./log.js";

export class Composer {
  /** `act(verb, fields)` carries something out and tells whether it worked. */
  constructor(label, act) {
    this.act = act;
    this.edited = null;
    this.answered = null;
    this.lastOwn = null;
    this.blocked = false;
    this.keyboard = make("div", {
      className: "keyboard", hidden: true, role: "group", "aria-label": "Suggested answers",
    });
    this.aside = this.#makeAside();
    this.options = this.#makeOptions();
    this.form = this.#makeForm(label);
    this.barred = make("div", { className: "barred", hidden: true },
      make("p", { textContent: "The bot is blocked on this phone." }),
      makeButton("Unblock", () => this.act("unblocks_bot")));
    this.element = make("div", { className: "composer" },
      this.keyboard, this.options, this.aside, this.form, this.barred);
  }

  /** `owner` is whose phone it is; where it is nobody's, `members` are those who may write, `[id, name]`. */
  update(chat, { owner, blocked, members }) {
    this.latest = [chat, { owner, blocked, members }];
    this.#offerChoices(chat, members);
    const own = owner ?? this.author;
    const isPrivate = chat.kind === "private";
    const mine = chat.messages.filter((message) => message.from?.id === own && !message.service);
    this.lastOwn = mine.findLast((message) => message.text && !message.media) ?? null;
    this.editLast.disabled = this.lastOwn === null;
    this.blocked = blocked;
    this.block.hidden = !isPrivate;
    say(this.block, blocked ? "Unblock the bot" : "Block the bot");
    this.block.dataset.label = this.block.textContent;
    const isBarred = isPrivate && blocked;
    this.barred.hidden = !isBarred;
    this.form.hidden = isBarred;
    if (isBarred) this.#toggleOptions(false);
    this.#offerKeyboard(chat, isBarred);
  }

  answer(message) {
    this.edited = null;
    this.answered = message;
    this.#tellAside(`Replying to ${senderOf(message)}`);
  }

  get author() {
    return Number(this.authors.value);
  }

  #makeAside() {
    this.asideWords = make("span");
    return make("p", { className: "aside", hidden: true }, this.asideWords,
      makeButton("Cancel", () => this.#endAside(), { className: "plain" }));
  }

  #makeOptions() {
    const degrees = (limit, value) => make("input", {
      type: "number", step: "any", min: -limit, max: limit, value, required: true,
    });
    this.latitude = degrees(90, "51.4613");
    this.longitude = degrees(180, "-0.1156");
    this.place = make("form", {
      className: "place", hidden: true, onsubmit: (event) => this.#shareLocation(event),
    },
      make("label", {}, "Latitude", this.latitude),
      make("label", {}, "Longitude", this.longitude),
      make("button", { type: "submit", textContent: "Share", data: { label: "Share" } }));
    this.photo = this.#makeChooser("sends_photo", { accept: "image/*" });
    this.file = this.#makeChooser("sends_document");
    this.editLast = makeButton("Edit last message", () => this.#editLast());
    this.block = makeButton("Block the bot", () => {
      this.#toggleOptions(false);
      this.act(this.blocked ? "unblocks_bot" : "blocks_bot");
    });
    return make("div", {
      className: "options", id: freshId("options"), hidden: true, role: "group",
      "aria-label": "More to do", onkeydown: (event) => {
        if (event.key !== "Escape") return;
        this.#toggleOptions(false);
        this.more.focus();
      },
    },
      makeButton("Share location", () => this.#askPlace()),
      this.place,
      makeButton("Send a photo", () => {
        this.#toggleOptions(false);
        this.photo.click();
      }),
      this.photo,
      makeButton("Send a file", () => {
        this.#toggleOptions(false);
        this.file.click();
      }),
      this.file,
      makeButton("Send a sticker", () => {
        this.#toggleOptions(false);
        this.act("sends_sticker");
      }),
      this.editLast, this.block);
  }

  /** Lets the person choose a file, which is sent with whatever they have written. */
  #makeChooser(verb, properties = {}) {
    return make("input", {
      type: "file", hidden: true, data: { chooser: verb },
      onchange: (event) => this.#sendFile(verb, event.target), ...properties,
    });
  }

  #makeForm(label) {
    this.text = make("textarea", {
      rows: 1, placeholder: "Message", "aria-label": label, data: { write: "" },
      oninput: () => this.#fit(), onkeydown: (event) => this.#key(event),
    });
    this.more = makeButton("More", () => this.#toggleOptions(this.options.hidden), {
      className: "more", textContent: "+", "aria-label": "More", "aria-expanded": "false",
      "aria-controls": this.options.id,
    });
    this.authors = make("select", {
      "aria-label": "Write and tap as", data: { label: "Write and tap as" },
      onchange: () => this.update(...this.latest),
    });
    this.topics = make("select", { "aria-label": "Topic", data: { label: "Topic" } });
    this.choices = make("div", { className: "who", hidden: true }, this.authors, this.topics);
    return make("form", {
      className: "write", onsubmit: (event) => {
        event.preventDefault();
        this.#send();
      },
    }, this.choices, this.more, this.text,
      make("button", { type: "submit", textContent: "Send", data: { label: "Send" } }));
  }

  #offerChoices(chat, members) {
    const threads = chat.threads ?? [];
    fillChoices(this.authors, (members ?? []).map(([id, name]) => [id, `as ${name}`]));
    fillChoices(this.topics, [["", "General"], ...threads.map(({ id, name }) => [id, name])]);
    this.authors.hidden = !members;
    this.topics.hidden = threads.length === 0;
    this.choices.hidden = this.authors.hidden && this.topics.hidden;
  }

  #offerKeyboard(chat, isBarred) {
    const latest = chat.messages.findLast((message) => message.reply_keyboard);
    const isNew = chat.kind === "private" && chat.messages.length === 0;
    const rows = isNew ? [[{ label: "Start" }]] : latest?.reply_keyboard ?? [];
    this.keyboard.hidden = isBarred || rows.length === 0;
    const signature = JSON.stringify([isNew, rows]);
    if (this.keyboardSignature === signature) return;
    this.keyboardSignature = signature;
    if (this.keyboard.contains(document.activeElement)) this.text.focus();
    this.keyboard.replaceChildren(...rows.map((row) => make("div", { className: "row" },
      ...row.map((button) => makeButton(button.label, () => {
        if (isNew) this.act("starts");
        else if (button.request_location) this.#askPlace();
        else this.act("says", { text: button.label });
      })))));
  }

  #askPlace() {
    this.#toggleOptions(true);
    this.place.hidden = false;
    this.latitude.focus();
  }

  async #shareLocation(event) {
    event.preventDefault();
    const shared = await this.act("shares_location", {
      lat: this.latitude.valueAsNumber, lon: this.longitude.valueAsNumber,
    });
    if (shared) this.#toggleOptions(false);
  }

  #sendFile(verb, chooser) {
    const [file] = chooser.files;
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      // An empty file has nothing after the comma, and not even the comma in every browser.
      const content = reader.result.split(",")[1] ?? "";
      this.act(verb, { content, name: file.name, text: this.text.value });
      this.text.value = "";
      chooser.value = "";
      this.#fit();
    };
    reader.readAsDataURL(file);
  }

  #editLast() {
    this.#toggleOptions(false);
    this.answered = null;
    this.edited = this.lastOwn;
    this.text.value = this.lastOwn.text;
    this.#tellAside("Editing the last message");
  }

  #tellAside(words) {
    say(this.asideWords, words);
    this.aside.hidden = false;
    this.#fit();
    this.text.focus();
  }

  #endAside() {
    if (this.edited) this.text.value = "";
    this.edited = null;
    this.answered = null;
    this.aside.hidden = true;
    this.#fit();
  }

  #toggleOptions(open) {
    this.options.hidden = !open;
    this.place.hidden = true;
    this.more.setAttribute("aria-expanded", String(open));
  }

  #key(event) {
    if (event.key === "Escape") this.#endAside();
    // While an input method is composing, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #fit() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  async #send() {
    const text = this.text.value;
    if (!text.trim()) return;
    const { edited, answered } = this;
    this.text.value = "";
    this.#endAside();
    const done = edited
      ? await this.act("edits", { message_id: edited.id, text })
      : await this.act("says", {
        text,
        ...(answered ? { reply_to: answered.id } : {}),
        ...(this.topics.value ? { thread_id: Number(this.topics.value) } : {}),
      });
    if (!done && !this.text.value) {
      this.text.value = text;
      this.#fit();
    }
  }
}
