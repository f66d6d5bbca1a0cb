// One step of a page at a time.

/** Shows one `[data-step]` of the page, and puts the focus on its heading. */
export class Steps {
  #sections = [...document.querySelectorAll("[data-step]")];

  /** `shown(name)`: called for each step that is shown. */
  constructor(shown = () => {}) {
    this.shown = shown;
    this.now = this.#sections[0].dataset.step;
  }

  get names() {
    return this.#sections.map((one) => one.dataset.step);
  }

  show(name, focus = true) {
    this.now = name;
    for (const one of this.#sections) one.hidden = one.dataset.step !== name;
    if (focus) {
      const section = this.#sections.find((one) => one.dataset.step === name);
      const title = section.querySelector("h1");
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    this.shown(name);
  }
}

/** Call what a key of the page does, by its `data-do`. */
export function doing(actions) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do]?.(button);
  });
}

/** Fill a list of facts: rows of what and value. */
export function facts(list, rows) {
  list.replaceChildren(...rows.map(([what, value]) => {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    term.textContent = what;
    said.textContent = value;
    row.append(term, said);
    return row;
  }));
}

/**
 * Send a record to the server. Resolves to {made} or {errors}: by field, or "server" where it could
 * not be asked, or "pin" where the PIN's time is over.
 */
export async function send(url, values) {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": document.querySelector("#csrf [name=csrfmiddlewaretoken]").value,
      },
      body: JSON.stringify(values),
    });
    if (answer.status === 201) return { made: await answer.json() };
    if (answer.headers.get("Content-Type")?.startsWith("application/json")) return await answer.json();
    return { errors: { server: `The server refused it (${answer.status}). Nothing was saved; try again.` } };
  } catch {
    return { errors: { server: "The server cannot be reached. Nothing was saved; what you typed stays here. Try again." } };
  }
}
