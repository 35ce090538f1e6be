// One person's phone: the private chat with the bot, the groups, and what pops up over them.

import { Conversation } from "./conversation.js";
import { make, makeButton, say } from "./dom.js";
import { newestOf } from "./log.js";
import { Tabs } from "./tabs.js";

const TOAST_MS = 6000;
const languages = new Intl.DisplayNames(["en-GB"], { type: "language" });

export class Phone {
  constructor(person, hears) {
    this.id = person.id;
    this.hears = hears;
    this.conversations = new Map();
    this.seen = new Map();
    this.seenToasts = null;
    this.person = person;
    this.tabs = new Tabs(`Chats of ${person.name}`, (id) => this.#chosen(id));
    this.name = make("h2");
    this.note = make("p", { className: "note" });
    this.initial = make("span", { className: "initial", "aria-hidden": "true" });
    this.screen = make("div", { className: "screen" });
    this.toasts = make("div", { className: "toasts", role: "status", "aria-live": "polite" });
    this.element = make("article", { className: "phone", data: { person: person.id } },
      make("header", { className: "owner" }, this.initial,
        make("div", {}, this.name, this.note)),
      this.tabs.list, this.screen, this.toasts);
  }

  update(person, bot) {
    this.person = person;
    say(this.name, person.name);
    say(this.initial, [...person.name][0] ?? "?");
    say(this.note, languages.of(person.language || "en") + (person.blocked ? ", blocked the bot" : ""));
    this.element.setAttribute("aria-label", `Phone of ${person.name}`);
    this.chats = chatsOf(person, bot);
    for (const id of [...this.conversations.keys()]) {
      if (!this.chats.has(id)) this.#dropChat(id);
    }
    for (const [id, chat] of this.chats) this.#updateChat(id, chat);
    // A group that became a supergroup has a new id; its reader should stay in it.
    if (this.tabs.current === null) this.tabs.select(this.#successor() ?? this.id);
    for (const toast of person.toasts ?? []) this.#hearToast(toast);
    this.seenToasts = new Set((person.toasts ?? []).map((toast) => toast.id));
  }

  select(chatId) {
    this.tabs.select(chatId);
  }

  /** Shows words over this phone for a while; `alert` stays until it is answered. */
  notify(text, { alert = false, url = null, failed = false } = {}) {
    const toast = make("div", { className: "toast", data: { toast: alert ? "alert" : "brief" } },
      make("p", { textContent: text }));
    if (failed) toast.classList.add("failed");
    if (alert) toast.classList.add("alert");
    if (url) {
      toast.append(makeButton("Open", () => {
        toast.remove();
        this.hears.open(this.id, url);
      }));
    }
    if (alert) toast.append(makeButton("OK", () => toast.remove()));
    this.toasts.append(toast);
    if (!alert) setTimeout(() => toast.remove(), url ? 2 * TOAST_MS : TOAST_MS);
  }

  #updateChat(id, chat) {
    if (!this.conversations.has(id)) {
      const conversation = new Conversation(id, `${chat.title}, ${this.person.name}`, this.id, this.hears);
      this.conversations.set(id, conversation);
      this.tabs.add(id, conversation.element);
      this.screen.append(conversation.element);
      if (this.seenToasts === null) this.seen.set(id, newestOf(chat));
    }
    this.tabs.label(id, chat.title);
    if (this.tabs.current === id) this.#show(id);
    const isNews = newestOf(chat) !== (this.seen.get(id) ?? "");
    this.tabs.news(id, isNews && this.tabs.current !== id);
  }

  #dropChat(id) {
    if (this.tabs.current === id) this.lostTitle = this.tabs.held.get(id).name.textContent;
    this.tabs.remove(id);
    this.conversations.delete(id);
    this.seen.delete(id);
  }

  #successor() {
    const found = [...this.chats].find(([, chat]) => chat.title === this.lostTitle);
    return found?.[0] ?? null;
  }

  #chosen(id) {
    this.tabs.news(id, false);
    this.#show(id);
    this.conversations.get(id).log.toNewest();
  }

  #show(id) {
    const chat = this.chats.get(id);
    this.seen.set(id, newestOf(chat));
    this.conversations.get(id).update(chat, this.person);
  }

  #hearToast(toast) {
    if (this.seenToasts === null || this.seenToasts.has(toast.id)) return;
    // The app that was tapped follows the answer's link by itself; any other page only offers it.
    if (toast.url && this.hears.tappedHere(this.id)) {
      this.hears.open(this.id, toast.url);
      if (!toast.text) return;
      this.notify(toast.text, { alert: toast.alert });
      return;
    }
    const text = toast.text || (toast.url ? "The bot opens a link" : "");
    if (text) this.notify(text, { alert: toast.alert, url: toast.url });
  }
}

/** Chats by id, the private one first; it is there before the first word was said. */
function chatsOf(person, bot) {
  const chats = new Map([[person.id, {
    chat_id: person.id, title: bot.name, kind: "private", threads: [], messages: [],
  }]]);
  for (const chat of person.chats) {
    chats.set(chat.chat_id, chat.kind === "private" ? { ...chat, title: bot.name } : chat);
  }
  return chats;
}
