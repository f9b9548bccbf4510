/**
 * Seals a policy with the `bezint` command of this source tree, or with the one that the environment names as `BEZINT`;
 * a policy with mistakes fails the build with them.
 */
import { spawn } from "node:child_process";

const COMMAND = process.env.BEZINT
  ? [process.env.BEZINT]
  : ["cargo", "run", "--quiet", "--release", "--package", "bezint-cli", "--"];

/**
 * @param {string} policy a TOML file
 * @param {string} sealed where the sealed policy goes
 * @returns {Promise<void>}
 */
export function seal(policy, sealed) {
  const [program = "", ...given] = COMMAND;
  return new Promise((resolve, reject) => {
    spawn(program, [...given, "seal", policy, "--output", sealed], { stdio: ["ignore", "ignore", "inherit"] })
      .on("error", reject)
      .on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${policy} could not be sealed`))));
  });
}
