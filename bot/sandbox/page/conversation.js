// One chat on one screen: its messages and the place to write.

import { Composer } from "./composer.js";
import { make } from "./dom.js";
import { ChatLog } from "./log.js";

export class Conversation {
  /**
   * `act(person, verb, fields)` carries something out and tells whether it worked;
   * `open(person, url)` follows a link. `owner` is whose screen it is, null where it is nobody's.
   */
  constructor(chatId, label, owner, { act, open }) {
    this.chatId = chatId;
    this.owner = owner;
    this.composer = new Composer(`Write in ${label}`, (verb, fields) => {
      this.log.toNewest();
      return act(this.person, verb, { chat_id: this.chatId, ...fields });
    });
    this.log = new ChatLog(label, {
      tap: (message, row, column) => act(this.person, "taps", {
        chat_id: this.chatId, message_id: message.id, row, column,
      }),
      open: (url) => open(this.person, url),
      reply: (message) => this.composer.answer(message),
    });
    this.element = make("div", { className: "conversation", data: { chat: chatId } },
      this.log.element, this.composer.element);
  }

  get person() {
    return this.owner ?? this.composer.author;
  }

  update(chat, { blocked = false, language = "en", members = null }) {
    this.log.element.lang = language;
    this.log.render(chat, this.owner);
    this.composer.update(chat, { owner: this.owner, blocked, members });
  }
}
