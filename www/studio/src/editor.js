/**
 * A field for source text: a textarea, with the numbers of its lines beside it and marks under what is wrong with it.
 * Everything that a textarea can do, by keyboard and with a screen reader, it still does.
 */
import { make } from "./make.js";
import { linesOf, next, pieces } from "./places.js";

/** @typedef {import("./places.js").Problem} Problem */

export class Editor {
  /** @type {Problem[]} */
  #problems = [];
  #field;
  #numbers;
  #marks;

  /**
   * @param {HTMLElement} frame holds the three
   * @param {{ changed: () => void, reached: (problem: Problem) => void }} tell `reached`: the keyboard went to a problem
   */
  constructor(frame, { changed, reached }) {
    this.#field = /** @type {HTMLTextAreaElement} */ (frame.querySelector("textarea"));
    this.#numbers = /** @type {HTMLElement} */ (frame.querySelector(".numbers"));
    this.#marks = /** @type {HTMLElement} */ (frame.querySelector(".marks"));
    this.#field.addEventListener("input", () => {
      this.mark([]);
      changed();
    });
    this.#field.addEventListener("scroll", () => this.#follow());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "F8") return;
      event.preventDefault();
      const problem = next(this.#problems, this.#field.selectionStart, event.shiftKey);
      if (!problem) return;
      this.goTo(problem);
      reached(problem);
    });
  }

  get text() {
    return this.#field.value;
  }

  /** Puts a text in place of all there is, in a way that the field's own undo takes back. */
  replace(/** @type {string} */ text) {
    this.#field.focus();
    this.#field.select();
    if (!document.execCommand("insertText", false, text)) this.#field.value = text;
    this.#field.setSelectionRange(0, 0);
    this.#field.scrollTo(0, 0);
  }

  /** A first text: nobody has written here yet, so the focus stays where it is, and there is nothing to undo. */
  fill(/** @type {string} */ text) {
    this.#field.value = text;
    this.mark([]);
  }

  /** Shows where the problems are. */
  mark(/** @type {Problem[]} */ problems) {
    this.#problems = problems;
    const marked = pieces(this.text, problems).map(({ text, severity }) =>
      severity ? make(`span.${severity}`, text) : text,
    );
    // A last line that is empty has no height of its own.
    this.#marks.replaceChildren(...marked, "\n");
    const numbers = linesOf(this.text, problems).map(({ text, severity }) =>
      severity ? make(`span.${severity}`, text) : text,
    );
    this.#numbers.replaceChildren(...numbers);
    this.#follow();
  }

  /** Selects the place of a problem, and shows it. */
  goTo(/** @type {Problem} */ { start, end, line }) {
    const field = this.#field;
    field.focus();
    field.setSelectionRange(start, end);
    const height = Number.parseFloat(getComputedStyle(field).lineHeight);
    field.scrollTop = (line - 1) * height - field.clientHeight / 3;
    field.scrollLeft = 0;
  }

  #follow() {
    this.#numbers.scrollTop = this.#field.scrollTop;
    this.#marks.scrollTop = this.#field.scrollTop;
    this.#marks.scrollLeft = this.#field.scrollLeft;
  }
}
