import assert from "node:assert/strict";
import test from "node:test";
import { EngineError, portEngine } from "../../src/content/port.js";

const CONTEXT = /** @type {const} */ ({ audience: "public", site: "x" });
const VERDICT = { action: "allow", findings: [], reasons: [] };

/** An event of the browser's, as far as it is used. */
function browserEvent() {
  const listeners = new Set();
  return {
    addListener: (/** @type {Function} */ listener) => listeners.add(listener),
    tell: (/** @type {any[]} */ ...what) => {
      for (const listener of listeners) listener(...what);
    },
  };
}

/** A background that can be stopped and an extension that can go. */
class Background {
  /** @type {any[]} */
  heard = [];
  /** @type {any} */
  port;
  connections = 0;
  isGone = false;
  /** @type {(message: any) => object | undefined} */
  answer = ({ id, type }) => (type === "evaluate" ? { id, verdict: VERDICT } : undefined);

  connect() {
    if (this.isGone) throw new Error("Extension context invalidated.");
    this.connections += 1;
    const port = { onMessage: browserEvent(), onDisconnect: browserEvent(), isOpen: true };
    this.port = port;
    const postMessage = (/** @type {any} */ message) => {
      if (!port.isOpen) throw new Error("Attempting to use a disconnected port object");
      this.heard.push(message);
      const reply = this.answer(message);
      if (reply) queueMicrotask(() => port.onMessage.tell(reply));
    };
    const disconnect = () => {
      port.isOpen = false;
    };
    return Object.assign(port, { postMessage, disconnect });
  }

  /** The browser stops the background, and tells the page. */
  stop() {
    this.port.isOpen = false;
    this.port.onDisconnect.tell();
  }
}

function engineOn(/** @type {Background} */ background) {
  return portEngine(/** @type {any} */ (background), () => ({ type: "state", state: "guarding", remarks: 2 }));
}

test("connects when first asked, and says what the badge is to show before anything else", async () => {
  const background = new Background();
  const engine = engineOn(background);
  assert.equal(background.connections, 0);
  assert.deepEqual(await engine.evaluate("hello", CONTEXT), VERDICT);
  assert.equal(background.connections, 1);
  assert.deepEqual(
    background.heard.map(({ type }) => type),
    ["state", "evaluate"],
  );
});

test("answers reach the question they are for, in whatever order they come", async () => {
  const background = new Background();
  background.answer = () => undefined;
  const engine = engineOn(background);
  const [first, second] = [engine.evaluate("one", CONTEXT), engine.evaluate("two", CONTEXT)];
  const [one, two] = background.heard.filter(({ type }) => type === "evaluate");
  background.port.onMessage.tell({ id: two.id, verdict: { action: "block" } });
  background.port.onMessage.tell({ id: one.id, verdict: { action: "advise" } });
  assert.equal((await first).action, "advise");
  assert.equal((await second).action, "block");
});

test("a question under way when the background is stopped is asked again of a new one", async () => {
  const background = new Background();
  background.answer = () => undefined;
  const asked = engineOn(background).evaluate("hello", CONTEXT);
  background.answer = ({ id, type }) => (type === "evaluate" ? { id, verdict: VERDICT } : undefined);
  background.stop();
  assert.deepEqual(await asked, VERDICT);
  assert.equal(background.connections, 2);
});

test("a background that is stopped by the question itself is not asked for ever", async () => {
  const background = new Background();
  background.answer = () => undefined;
  const asked = engineOn(background).evaluate("hello", CONTEXT);
  background.stop();
  background.stop();
  await assert.rejects(asked, { name: "EngineError", code: "gone" });
  assert.equal(background.connections, 2);
});

test("a port that was closed without a word is replaced", async () => {
  const background = new Background();
  const engine = engineOn(background);
  await engine.evaluate("hello", CONTEXT);
  background.port.isOpen = false;
  assert.deepEqual(await engine.evaluate("hello again", CONTEXT), VERDICT);
  assert.equal(background.connections, 2);
});

test("what was under way on a port that was closed without a word is asked again, once that shows", async () => {
  for (const show of ["wake", "report"]) {
    const background = new Background();
    background.answer = () => undefined;
    const engine = engineOn(background);
    const asked = engine.evaluate("hello", CONTEXT);
    background.answer = ({ id, type }) => (type === "evaluate" ? { id, verdict: VERDICT } : undefined);
    background.port.isOpen = show === "wake";
    const before = background.port;
    /** @type {any} */ (engine)[show]();
    assert.deepEqual(await asked, VERDICT);
    assert.deepEqual([background.connections, before.isOpen], [2, false]);
  }
});

test("when the extension goes, what is under way and what follows is refused, and reporting does no harm", async () => {
  const background = new Background();
  background.answer = () => undefined;
  const engine = engineOn(background);
  const asked = engine.evaluate("a secret", CONTEXT);
  background.isGone = true;
  background.stop();
  await assert.rejects(asked, EngineError);
  await assert.rejects(engine.card(), { code: "gone" });
  engine.report();
  engine.wake();
});

test("an error of the background arrives as its code, and holds nothing of the draft", async () => {
  const background = new Background();
  background.answer = ({ id, type }) => (type === "evaluate" ? { id, error: "policy" } : undefined);
  const refused = await engineOn(background)
    .evaluate("a secret", CONTEXT)
    .catch((/** @type {EngineError} */ why) => why);
  assert.equal(/** @type {EngineError} */ (refused).code, "policy");
  assert.doesNotMatch(String(/** @type {EngineError} */ (refused).stack), /a secret/);
});
