// @ts-nocheck: the peers are installed only where they are measured.
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

const rules = [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator, options: {} }];

export default async () => (/** @type {string} */ content) => {
  const source = { content, filePath: "draft.txt", ext: ".txt", contentType: "text" };
  return lintSource({ source, options: { config: { rules } } });
};
