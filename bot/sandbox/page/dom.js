// Small helpers around the document. Words always go in as text, never as markup.

/** Makes an element; `data` fills its dataset, `on…` are listeners, the rest properties or attributes. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "data") Object.assign(element.dataset, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Makes a real button that tests can find by its label. */
export function makeButton(label, listener, properties = {}) {
  return make("button", {
    type: "button", textContent: label, data: { label }, onclick: listener, ...properties,
  });
}

/** Fills a select with `[value, label]` pairs, keeping the choice; touches nothing if they are the same. */
export function fillChoices(select, choices) {
  const signature = JSON.stringify(choices);
  if (select.dataset.choices === signature) return;
  const chosen = select.value;
  select.replaceChildren(
    ...choices.map(([value, label]) => make("option", { value: String(value), textContent: label })),
  );
  if (choices.some(([value]) => String(value) === chosen)) select.value = chosen;
  select.dataset.choices = signature;
}

/** Sets text only where it differs, so that screen readers hear no repetition. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let lastId = 0;

/** Returns an id that nothing else on the page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
