// A row of tabs, each with a panel, an unread dot and the usual arrow keys.

import { freshId, make } from "./dom.js";

export class Tabs {
  constructor(label, chosen) {
    this.list = make("div", { className: "tabs", role: "tablist", "aria-label": label });
    this.list.addEventListener("keydown", (event) => this.#move(event));
    this.chosen = chosen;
    this.held = new Map();
    this.current = null;
  }

  add(id, panel) {
    const name = make("span", { className: "tab-name" });
    const news = make("span", { className: "news", hidden: true },
      make("span", { className: "unseen", textContent: ", new messages" }));
    const tab = make("button", {
      type: "button", className: "tab", role: "tab", id: freshId("tab"), tabIndex: -1,
      "aria-selected": "false", data: { chat: id }, onclick: () => this.select(id),
    }, name, news);
    panel.id = freshId("panel");
    panel.role = "tabpanel";
    panel.hidden = true;
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    this.list.append(tab);
    this.held.set(id, { tab, name, news, panel });
  }

  remove(id) {
    const { tab, panel } = this.held.get(id);
    tab.remove();
    panel.remove();
    this.held.delete(id);
    if (this.current === id) this.current = null;
  }

  label(id, label) {
    const { tab, name } = this.held.get(id);
    if (name.textContent === label) return;
    name.textContent = label;
    tab.title = label;
    tab.dataset.label = label;
  }

  news(id, unread) {
    this.held.get(id).news.hidden = !unread;
  }

  select(id) {
    if (!this.held.has(id)) return;
    this.current = id;
    for (const [other, { tab, panel }] of this.held) {
      const chosen = other === id;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      panel.hidden = !chosen;
    }
    this.chosen(id);
  }

  #move(event) {
    const ids = [...this.held.keys()];
    const place = ids.indexOf(this.current);
    const next = {
      ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: ids.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const id = ids[(next + ids.length) % ids.length];
    this.select(id);
    this.held.get(id).tab.focus();
  }
}
