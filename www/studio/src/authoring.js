/** Where a policy is written: what is wrong with it shows as one types, and drafts are tried on it at once. */
import { Editor } from "./editor.js";
import { keep, kept } from "./kept.js";
import { make } from "./make.js";
import { MOST_SHOWN } from "./places.js";

/**
 * @typedef {import("./places.js").Problem} Problem
 * @typedef {import("./words.js").Words} Words
 * @typedef {Pick<typeof import("../../../target/wasm/author/bezint.js"), "check" | "seal" | "page">} Author
 */

/** What one can begin with; those of `bezint new` have their remarks in the language of the person. */
const POLICIES = ["starter", "open", "coached", "controlled", "lab"];
const WITH_REMARKS = new Set(["open", "coached", "controlled"]);

/** Milliseconds of silence after which the policy is read. */
const PAUSE = 250;

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Authoring {
  #editor;
  #author;
  #use;
  #words;
  /** @type {Problem[]} */
  #problems = [];
  /** @type {Uint8Array<ArrayBuffer> | null} of the text as it stands */
  #sealed = null;
  /** @type {string | null} why the engine does not take it, though nothing is wrong with it */
  #refused = null;
  #file = "policy.toml";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {Author} author
   * @param {Words} words
   * @param {(sealed: Uint8Array) => void} use drafts are tried on this policy from now on; throws what the engine throws
   */
  constructor(author, words, use) {
    this.#author = author;
    this.#words = words;
    this.#use = use;
    this.#editor = new Editor(part("editor"), {
      changed: () => this.#changed(),
      reached: (problem) => this.#tell(problem),
    });
    const choice = /** @type {HTMLSelectElement} */ (part("begin-with"));
    choice.append(...POLICIES.map((value) => Object.assign(document.createElement("option"), { value })));
    part("begin").addEventListener("click", async () => this.#editor.replace(await this.#shipped(choice.value)));
    const open = /** @type {HTMLInputElement} */ (part("open"));
    open.addEventListener("change", () => this.#open(open));
    part("save").addEventListener("click", () => save(this.#file, this.#editor.text, "application/toml"));
    part("save-page").addEventListener("click", () => this.#savePage());
    part("save-sealed").addEventListener("click", () => {
      if (this.#sealed) save(this.#named("bezint"), this.#sealed, "application/octet-stream");
    });
    const keeps = /** @type {HTMLInputElement} */ (part("keep"));
    keeps.addEventListener("change", () => {
      keeps.checked = keep(keeps.checked ? this.#editor.text : null) && keeps.checked;
    });
  }

  /** Begins with what is kept, else with the starter policy. */
  async begin() {
    const before = kept();
    /** @type {HTMLInputElement} */ (part("keep")).checked = before !== null;
    this.#editor.fill(before ?? (await this.#shipped("starter")));
    this.#read();
  }

  /** Says everything in another language. */
  speak(/** @type {Words} */ words) {
    this.#words = words;
    for (const option of /** @type {HTMLSelectElement} */ (part("begin-with")).options) {
      option.textContent = words.say(/** @type {import("./words.js").Key} */ (`policy.${option.value}`));
    }
    this.#show();
  }

  /** A policy that ships with the studio. */
  async #shipped(/** @type {string} */ name) {
    const file = WITH_REMARKS.has(name) ? `${name}.${this.#words.language}` : name;
    return (await fetch(`policies/${file}.toml`)).text();
  }

  async #open(/** @type {HTMLInputElement} */ field) {
    const [file] = field.files ?? [];
    if (!file) return;
    const text = await file.text();
    this.#file = file.name;
    // So that the same file can be opened once more.
    field.value = "";
    this.#editor.replace(text);
  }

  #changed() {
    if (/** @type {HTMLInputElement} */ (part("keep")).checked) keep(this.#editor.text);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#read(), PAUSE);
  }

  #read() {
    const toml = this.#editor.text;
    this.#problems = this.#author.check(toml, Date.now() / 1000);
    this.#sealed = this.#refused = null;
    if (this.#problems.every(({ severity }) => severity === "warning")) {
      this.#sealed = new Uint8Array(this.#author.seal(toml));
      try {
        this.#use(this.#sealed);
      } catch (error) {
        this.#refused = error instanceof Error ? error.message : String(error);
      }
    }
    this.#editor.mark(this.#problems);
    this.#show();
  }

  #show() {
    const { say } = this.#words;
    const count = (/** @type {Problem["severity"]} */ kind) =>
      this.#problems.filter(({ severity }) => severity === kind).length;
    const [mistakes, warnings] = [count("mistake"), count("warning")];
    const status = [];
    if (mistakes + warnings > 0) status.push(say("author.counts", { mistakes, warnings }));
    status.push(say(mistakes > 0 ? "author.mistaken" : this.#refused ? "author.refused" : "author.holds"));
    part("author-status").replaceChildren(
      status.join(" "),
      ...(this.#refused ? [" ", english(make("span", this.#refused))] : []),
    );
    part("problems").replaceChildren(...this.#problems.slice(0, MOST_SHOWN).map((problem) => this.#line(problem)));
    const more = this.#problems.length - MOST_SHOWN;
    part("more").textContent = more > 0 ? say("author.more", { count: more }) : "";
    for (const id of ["save-sealed", "save-page"]) /** @type {HTMLButtonElement} */ (part(id)).disabled = mistakes > 0;
  }

  #line(/** @type {Problem} */ problem) {
    const button = make(
      "button",
      make("span.where", this.#words.say(`author.${problem.severity}`, { line: problem.line })),
      english(make("span", problem.message)),
    );
    button.setAttribute("type", "button");
    button.addEventListener("click", () => this.#editor.goTo(problem));
    return make(`li.${problem.severity}`, button, ...(problem.help ? [english(make("p", problem.help))] : []));
  }

  /** What the keyboard went to, for who does not see the mark. */
  #tell(/** @type {Problem} */ problem) {
    const where = this.#words.say(`author.${problem.severity}`, { line: problem.line });
    const told = [problem.message, problem.help].filter(Boolean).join(". ");
    part("author-status").replaceChildren(`${where}: `, english(make("span", told)));
  }

  #savePage() {
    const { language, say } = this.#words;
    const page = this.#author.page(this.#editor.text, language);
    if (page === undefined) part("author-status").textContent = say("author.pageless");
    else save(this.#named(`${language}.html`), page, "text/html");
  }

  #named(/** @type {string} */ ending) {
    return `${this.#file.replace(/\.toml$/, "")}.${ending}`;
  }
}

/** The messages about a policy are English, whatever the page speaks. */
function english(/** @type {HTMLElement} */ element) {
  element.lang = "en";
  return element;
}

/**
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
