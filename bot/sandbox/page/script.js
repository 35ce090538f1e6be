// Follows the sandbox's state and carries what is done on the page back to it.

import { fillChoices, make, say } from "./dom.js";
import { GroupPanel } from "./group.js";
import { Phone } from "./phone.js";

const PHONES_SHOWN = 8;
const FOLLOW_LINK_WITHIN_MS = 10_000;
const LONGEST_PAUSE_MS = 8000;

const find = (id) => document.getElementById(id);
const phones = new Map();
const taps = new Map();
let shown = [];
let state = null;
let isDue = false;

const hears = { act, open, tappedHere };
const group = new GroupPanel(find("group"), hears);

async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    const answer = await response.json();
    return response.ok ? null : answer.error ?? "That did not work.";
  } catch {
    return "The sandbox does not answer.";
  }
}

async function act(person, verb, fields = {}) {
  if (verb === "taps") taps.set(person, performance.now());
  const error = await post("/control/act", { person, verb, ...fields });
  if (error) phones.get(person)?.notify(error, { failed: true });
  return error === null;
}

function tappedHere(person) {
  const tapped = taps.get(person);
  taps.delete(person);
  return tapped !== undefined && performance.now() - tapped < FOLLOW_LINK_WITHIN_MS;
}

async function open(person, url) {
  if (/^(https?:\/\/(t|telegram)\.me\/|tg:)/i.test(url)) {
    const opened = await act(person, "opens_link", { chat_id: person, url });
    if (opened) phones.get(person)?.select(person);
  } else if (/^https?:\/\//i.test(url)) {
    window.open(url, "_blank", "noopener,noreferrer");
  }
}

function hear(news) {
  state = news;
  if (isDue) return;
  isDue = true;
  // Many changes that come together are shown as one.
  setTimeout(() => {
    isDue = false;
    render();
  }, 15);
}

function render() {
  const known = new Map(state.people.map((person) => [person.id, person]));
  shown = shown.filter((id) => known.has(id));
  for (const id of known.keys()) {
    if (shown.length < PHONES_SHOWN && !shown.includes(id)) shown.push(id);
  }
  for (const [id, phone] of phones) {
    if (shown.includes(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  arrange(known);
  group.update(state.people);
  offerOthers();
  document.body.dataset.version = state.version;
}

function arrange(known) {
  const row = find("phones");
  let next = row.firstElementChild;
  for (const id of shown) {
    if (!phones.has(id)) phones.set(id, new Phone(known.get(id), hears));
    const { element } = phones.get(id);
    if (element === next) next = next.nextElementSibling;
    else row.insertBefore(element, next);
    phones.get(id).update(known.get(id), state.bot);
  }
}

function offerOthers() {
  const others = state.people.filter(({ id }) => !shown.includes(id));
  find("others").hidden = others.length === 0;
  fillChoices(find("others-choice"), [
    ["", `${others.length} more…`], ...others.map(({ id, name }) => [id, name]),
  ]);
}

function bring(id) {
  shown = [id, ...shown.filter((other) => other !== id)].slice(0, PHONES_SHOWN);
  render();
}

function connect(pause = 500) {
  const socket = new WebSocket(`ws://${location.host}/control/live`);
  socket.onopen = async () => {
    pause = 500;
    tell("live", "Live");
    try {
      const response = await fetch("/control/state");
      const whole = await response.json();
      // Something newer may have come through the socket meanwhile.
      if (!socket.heard || whole.version >= state.version) hear(whole);
    } catch {
      socket.close();
    }
  };
  socket.onmessage = (event) => {
    socket.heard = true;
    hear(JSON.parse(event.data));
  };
  socket.onclose = () => {
    tell("lost", "Out of touch, trying again");
    setTimeout(() => connect(Math.min(2 * pause, LONGEST_PAUSE_MS)), pause);
  };
}

function tell(touch, words) {
  find("touch").dataset.touch = touch;
  say(find("touch"), words);
}

/** Makes a button open a dialog whose answers are posted to `path`. */
function prepareDialog(button, dialog, path, answersOf, prepare = () => {}) {
  const form = dialog.querySelector("form");
  const refusal = dialog.querySelector(".refusal");
  button.addEventListener("click", () => {
    form.reset();
    refusal.textContent = "";
    prepare(form);
    dialog.showModal();
  });
  dialog.querySelector("[value=cancel]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const error = await post(path, answersOf(new FormData(form)));
    if (error) refusal.textContent = error;
    else dialog.close();
  });
}

prepareDialog(find("add-phone"), find("phone-dialog"), "/control/people", (answers) => ({
  name: answers.get("name").trim(), language: answers.get("language"),
}));
prepareDialog(find("add-group"), find("group-dialog"), "/control/groups", (answers) => ({
  title: answers.get("title").trim(), members: answers.getAll("member").map(Number),
}), (form) => {
  form.querySelector(".members").replaceChildren(...(state?.people ?? []).map(({ id, name }) => (
    make("label", {}, make("input", {
      type: "checkbox", name: "member", value: String(id), checked: true,
    }), name))));
});
find("others-choice").addEventListener("change", (event) => {
  if (event.target.value) bring(Number(event.target.value));
});
connect();
