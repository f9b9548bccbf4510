/**
 * What the `bezint` command makes for a build: that of this source tree, or the one that the environment names as
 * `BEZINT`. A policy with mistakes fails the build with them.
 */

import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";

const COMMAND = process.env.BEZINT
  ? [process.env.BEZINT]
  : ["cargo", "run", "--quiet", "--release", "--package", "bezint-cli", "--"];

/**
 * @param {string} policy a TOML file
 * @param {string} sealed where the sealed policy goes
 * @param {string} [key] the file of the private key to sign it with
 * @returns {Promise<string | null>} the public key, where it is signed
 */
export async function seal(policy, sealed, key) {
  await run("seal", policy, "--output", sealed, ...(key ? ["--key", key] : []));
  if (!key) return null;
  const { signed_with } = JSON.parse(await run("verify", sealed, "--format", "json"));
  return signed_with;
}

/**
 * Makes a pair of keys.
 * @param {string} key where the private one goes
 */
export async function makeKey(key) {
  await run("keygen", key);
}

/**
 * Begins a policy for a company that is made up.
 * @param {string} stance
 * @param {string[]} languages the first is that of the remarks
 * @param {string} policy where it goes
 */
export async function begin(stance, languages, policy) {
  const company = [
    "--company",
    "Acme",
    "--contact",
    "press@acme.example",
    "--domain",
    "acme.example",
    "--name",
    "Neptunus",
  ];
  const work = ["--activities", "tell,answer", "--part", "some", "--coordination", "departments"];
  const topics = ["--topics", "people,secrets,markings,network,projects,voice"];
  const chosen = ["--stance", stance, "--languages", languages.join()];
  await writeFile(policy, await run("new", ...company, ...work, ...topics, ...chosen));
}

/**
 * What the command says; a failure has told itself on the standard error.
 * @param {...string} given
 * @returns {Promise<string>}
 */
function run(...given) {
  const [program = "", ...first] = COMMAND;
  return new Promise((resolve, reject) => {
    const command = spawn(program, [...first, ...given], { stdio: ["ignore", "pipe", "inherit"] });
    /** @type {Buffer[]} */
    const said = [];
    command.stdout.on("data", (part) => said.push(part));
    command
      .on("error", reject)
      .on("close", (code) =>
        code === 0 ? resolve(Buffer.concat(said).toString()) : reject(new Error(`bezint ${given.join(" ")} failed`)),
      );
  });
}
