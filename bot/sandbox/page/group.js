// The groups on a wide panel, as their members see them, so that a card is seen changing.

import { Conversation } from "./conversation.js";
import { make, say } from "./dom.js";
import { newestOf } from "./log.js";
import { Tabs } from "./tabs.js";

export class GroupPanel {
  constructor(element, hears) {
    this.hears = hears;
    this.element = element;
    this.conversations = new Map();
    this.groups = new Map();
    this.seen = new Map();
    this.tabs = new Tabs("Groups", (id) => this.#chosen(id));
    this.members = make("p", { className: "note" });
    this.empty = make("p", {
      className: "nothing", textContent: "There is no group yet. “Add a group” makes one.",
    });
    this.screen = make("div", { className: "screen" });
    element.append(
      make("header", { className: "owner" }, make("div", {},
        make("h2", { id: "group-heading", textContent: "The group as its members see it" }),
        this.members)),
      this.tabs.list, this.empty, this.screen);
  }

  update(people) {
    this.groups = groupsOf(people);
    for (const id of [...this.conversations.keys()]) {
      if (this.groups.has(id)) continue;
      this.tabs.remove(id);
      this.conversations.delete(id);
    }
    for (const [id, { chat }] of this.groups) this.#updateGroup(id, chat);
    const [first] = this.groups.keys();
    if (this.tabs.current === null && first !== undefined) this.tabs.select(first);
    this.empty.hidden = first !== undefined;
    if (first === undefined) say(this.members, "");
  }

  #updateGroup(id, chat) {
    if (!this.conversations.has(id)) {
      const conversation = new Conversation(id, `${chat.title}, as its members see it`, null, this.hears);
      this.conversations.set(id, conversation);
      this.tabs.add(id, conversation.element);
      this.screen.append(conversation.element);
      this.seen.set(id, newestOf(chat));
    }
    this.tabs.label(id, chat.title);
    if (this.tabs.current === id) this.#show(id);
    this.tabs.news(id, newestOf(chat) !== this.seen.get(id) && this.tabs.current !== id);
  }

  #chosen(id) {
    this.tabs.news(id, false);
    this.element.dataset.group = id;
    this.#show(id);
    this.conversations.get(id).log.toNewest();
  }

  #show(id) {
    const { chat, members } = this.groups.get(id);
    this.seen.set(id, newestOf(chat));
    say(this.members, members.map(([, name]) => name).join(", "));
    this.conversations.get(id).update(chat, { members });
  }
}

function groupsOf(people) {
  const groups = new Map();
  for (const person of people) {
    for (const chat of person.chats) {
      if (chat.kind === "private") continue;
      const group = groups.get(chat.chat_id) ?? { chat, members: [] };
      group.members.push([person.id, person.name]);
      groups.set(chat.chat_id, group);
    }
  }
  return groups;
}
