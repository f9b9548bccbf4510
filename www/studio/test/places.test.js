import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, next, pieces } from "../src/places.js";

/** @returns {import("../src/places.js").Problem} */
const problem = (
  /** @type {number} */ start,
  /** @type {number} */ end,
  /** @type {number} */ line,
  /** @type {"mistake" | "warning"} */ severity = "mistake",
) => ({ severity, message: "", help: null, start, end, line, column: 1 });

test("a text is its pieces, and overlapping problems take no words twice", () => {
  const text = "id = opne\nx = 1";
  const found = pieces(text, [problem(5, 9, 1), problem(7, 9, 1), problem(10, 11, 2, "warning")]);
  assert.deepEqual(
    found.map(({ text, severity }) => [text, severity]),
    [
      ["id = ", null],
      ["opne", "mistake"],
      ["\n", null],
      ["x", "warning"],
      [" = 1", null],
    ],
  );
  assert.equal(found.map((piece) => piece.text).join(""), text);
  assert.deepEqual(pieces("", [problem(0, 0, 1)]), []);
});

test("the number of a line tells the worst problem on it", () => {
  const numbers = linesOf("a\nb\nc\n", [problem(2, 3, 2), problem(2, 3, 2, "warning"), problem(4, 5, 3, "warning")]);
  assert.deepEqual(
    numbers.map(({ text, severity }) => [text, severity]),
    [
      ["1\n", null],
      ["2\n", "mistake"],
      ["3\n", "warning"],
      ["4\n", null],
    ],
  );
});

test("the way from one problem to the next goes round", () => {
  const [first, second] = [problem(2, 3, 1), problem(9, 9, 2)];
  const problems = [first, second];
  assert.equal(next(problems, 0, false), first);
  assert.equal(next(problems, 2, false), second);
  assert.equal(next(problems, 9, false), first);
  assert.equal(next(problems, 9, true), first);
  assert.equal(next(problems, 2, true), second);
  assert.equal(next([], 0, false), undefined);
});
