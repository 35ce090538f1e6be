// The messages of one chat, kept in step with the state by changing only what differs.

import { make, makeButton } from "./dom.js";

const SHOWN = 300;
const FLASH_MS = 1800;
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat("en-GB", {
  weekday: "long", day: "numeric", month: "long",
});

export class ChatLog {
  /** `hears` is what becomes of a tap(message, row, column), an open(url) and a reply(message). */
  constructor(label, hears) {
    this.hears = hears;
    this.list = make("div", { className: "messages" });
    // A reversed column keeps the newest message in sight by itself, also when the height changes.
    this.element = make("div", {
      className: "log", role: "log", tabIndex: 0, "aria-label": label, "aria-live": "polite",
    }, this.list);
    this.held = new Map();
    this.filled = false;
  }

  /** Shows a chat as person `own` sees it; as nobody in particular where that is null. */
  render(chat, own) {
    const wanted = itemsOf(chat, own);
    const keys = new Set(wanted.map((item) => item.key));
    for (const [key, { element }] of this.held) {
      if (keys.has(key)) continue;
      element.remove();
      this.held.delete(key);
    }
    let next = this.list.firstElementChild;
    for (const item of wanted) {
      const element = this.#present(item);
      if (element === next) next = next.nextElementSibling;
      else this.list.insertBefore(element, next);
    }
    this.filled = true;
  }

  toNewest() {
    this.element.scrollTop = 0;
  }

  #present(item) {
    const before = this.held.get(item.key);
    if (before?.signature === item.signature) return before.element;
    const element = before?.element ?? make("div");
    const focused = before && element.contains(document.activeElement)
      ? document.activeElement.dataset.label : null;
    element.className = item.className;
    if (item.message) element.dataset.message = item.message.id;
    element.replaceChildren(...(item.message ? this.#parts(item) : [item.day]));
    if (focused !== null) this.#focusAgain(element, focused);
    if (this.filled) flash(element, before ? "changed" : "arrived");
    this.held.set(item.key, { element, signature: item.signature });
    return element;
  }

  #focusAgain(element, label) {
    const again = [...element.querySelectorAll("button")].find(
      (button) => button.dataset.label === label,
    );
    (again ?? this.element).focus({ preventScroll: true });
  }

  #parts(item) {
    const { message, named, topic, canReply } = item;
    if (message.service) return [message.service];
    const bubble = make("div", { className: "bubble" });
    if (named) bubble.append(make("p", { className: "sender", textContent: senderOf(message) }));
    if (topic) bubble.append(make("p", { className: "topic", textContent: topic }));
    if (message.media) bubble.append(mediaOf(message.media));
    if (message.text) bubble.append(this.#words(message.text));
    bubble.append(this.#meta(message, canReply));
    return message.buttons?.length ? [bubble, this.#buttons(message)] : [bubble];
  }

  #words(text) {
    const words = make("p", { className: "text", dir: "auto", data: { text: "" } });
    let from = 0;
    for (const match of text.matchAll(LINK)) {
      const url = match[0];
      words.append(text.slice(from, match.index), makeButton(url, () => this.hears.open(url), {
        className: "link", role: "link",
      }));
      from = match.index + url.length;
    }
    words.append(text.slice(from));
    return words;
  }

  #meta(message, canReply) {
    const date = new Date(message.date);
    const reply = canReply
      ? makeButton("Reply", () => this.hears.reply(message), { className: "reply" }) : null;
    return make("p", { className: "meta" },
      reply,
      message.protected
        ? make("span", { textContent: "protected", title: "Cannot be forwarded or saved" }) : null,
      message.edited ? make("span", { textContent: "edited", data: { edited: "" } }) : null,
      make("time", { dateTime: message.date, textContent: clock.format(date) }));
  }

  #buttons(message) {
    const rows = message.buttons.map((row, rowNumber) => make("div", { className: "row" },
      ...row.map((button, column) => makeButton(button.label, () => {
        if (button.url) this.hears.open(button.url);
        else this.hears.tap(message, rowNumber, column);
      }, button.url ? { className: "leads-out" } : {}))));
    return make("div", {
      className: "buttons", role: "group", "aria-label": "Buttons of this message",
    }, ...rows);
  }
}

/** Names who wrote a message; admins of a group may write without their name. */
export function senderOf(message) {
  return message.from?.name ?? "The group";
}

/** Names a chat's newest message, so that a newer one can be told from it. */
export function newestOf(chat) {
  const message = chat.messages.at(-1);
  return message ? `${message.id} ${message.date}` : "";
}

function itemsOf(chat, own) {
  const topics = new Map((chat.threads ?? []).map((thread) => [thread.id, thread.name]));
  const inGroup = chat.kind !== "private";
  const items = [];
  const repeats = new Map();
  let before = null;
  for (const message of chat.messages.slice(-SHOWN)) {
    const moment = new Date(message.date);
    const day = moment.toDateString();
    if (day !== before?.day) {
      items.push({
        key: `day ${day}`, className: "day", day: calendar.format(moment), signature: day,
      });
    }
    const mine = message.from?.id === own;
    const follows = before?.from === message.from?.id && before?.day === day;
    const named = inGroup && !mine && !follows;
    const sender = mine ? "mine" : message.from?.is_bot ? "bot" : "theirs";
    const topic = topics.get(message.thread_id) ?? null;
    // A supergroup counts anew, so what was said in the group before may have the same number.
    const repeat = repeats.get(message.id) ?? 0;
    repeats.set(message.id, repeat + 1);
    items.push({
      key: `message ${message.id} ${repeat}`,
      className: message.service ? "service" : `message ${sender}${follows ? " follows" : ""}`,
      message, named, topic, canReply: inGroup,
      signature: JSON.stringify([message, named, sender, topic]),
    });
    before = { day, from: message.service ? null : message.from?.id };
  }
  return items;
}

function mediaOf(media) {
  const kind = media.kind.replaceAll("_", " ");
  const address = media.file ? `/control/file/${media.file}` : null;
  const shown = media.kind === "photo" && address
    ? make("a", { href: address, target: "_blank", rel: "noopener", "aria-label": "Open the photo" },
      make("img", { className: "photo", src: address, alt: "", onerror: (event) => event.target.parentElement.remove() }))
    : null;
  const name = address && media.name ? linkTo(address, media.name) : media.name;
  return make("p", { className: "media", data: { media: media.kind } },
    shown,
    make("span", { className: "media-kind", textContent: kind }),
    ...(name ? [" ", name] : []));
}

/** Links to a file: pages are opened beside this one, anything else is saved. */
function linkTo(address, name) {
  const opens = name.toLowerCase().endsWith(".pdf");
  return make("a", {
    href: address, textContent: name, data: { file: name },
    ...(opens ? { target: "_blank", rel: "noopener" } : { download: name }),
  });
}

function flash(element, className) {
  element.classList.remove("changed", "arrived");
  // Reading a size lets the animation begin anew when two changes follow each other closely.
  void element.offsetWidth;
  element.classList.add(className);
  setTimeout(() => element.classList.remove(className), FLASH_MS);
}
