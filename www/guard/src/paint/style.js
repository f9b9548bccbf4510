/** How the panel, the chip and the mirror look. One sheet; every colour is of a theme or of an action. */

/** Accents by action, in light and in dark. */
export const ACCENTS = {
  advise: ["#1f5fbf", "#8db8ff"],
  confirm: ["#8a5200", "#f0b35a"],
  justify: ["#6b3fa0", "#c9a6f5"],
  block: ["#9c2f4a", "#f59bb0"],
};

const accents = Object.entries(ACCENTS)
  .map(([action, [light, dark]]) => `.${action} { --accent: light-dark(${light}, ${dark}); }`)
  .join("\n");

export const CSS = `
:host { all: initial !important; display: contents !important; }
* { box-sizing: border-box; }
[data-said]::before { content: attr(data-said); }
.layer, dialog {
  color-scheme: light dark;
  --paper: light-dark(#fffdf9, #1e1f23);
  --ink: light-dark(#23242a, #ececef);
  --soft: light-dark(#5c5d66, #b0b1ba);
  --line: light-dark(#e4dfd5, #3a3b42);
  --accent: light-dark(#1f5fbf, #8db8ff);
  font: 400 medium/1.5 system-ui, sans-serif;
  color: var(--ink);
}
${accents}

dialog {
  width: min(34em, calc(100vw - 2em));
  max-height: calc(100dvh - 2em);
  padding: 0;
  border: 1px solid var(--line);
  border-radius: 1em;
  background: var(--paper);
  box-shadow: 0 1em 3em #0003;
  overflow: auto;
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: #0f101466; }
dialog { user-select: none; }
dialog:focus { outline: none; }
.body { min-height: 8em; padding: 1.5em 1.5em 1em; display: grid; gap: 1em; overflow: auto; overscroll-behavior: contain; }
.body > * { min-width: 0; }

.eyebrow { display: flex; align-items: center; gap: .6em; margin: 0; font-weight: 600; color: var(--accent); }
.badge {
  flex: none; display: grid; place-items: center; width: 2em; height: 2em; border-radius: 50%;
  background: color-mix(in srgb, var(--accent) 14%, transparent); color: var(--accent);
}
svg { width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round;
  stroke-linejoin: round; }
h2 { margin: 0; font-size: 1.25em; line-height: 1.35; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 1em; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
.excerpts { display: grid; gap: .5em; margin: 0; padding: 0; list-style: none; }
.excerpts li {
  padding: .6em .9em; border-inline-start: 3px solid var(--accent); border-radius: .25em .6em .6em .25em;
  background: color-mix(in srgb, var(--accent) 7%, transparent); overflow-wrap: anywhere; white-space: pre-line;
}
mark {
  background: color-mix(in srgb, var(--accent) 20%, transparent); color: inherit; border-radius: .2em; padding: .05em .15em;
  font-weight: 600; text-decoration: underline 2px var(--accent); text-underline-offset: .2em;
}
.choices { display: flex; flex-wrap: wrap; gap: .5em; }
.choices button {
  min-height: 2.25em; max-width: 100%; padding: .3em .8em; border: 1px solid var(--line); border-radius: 1.2em; font-size: .9375em;
  background: color-mix(in srgb, var(--accent) 7%, transparent); color: var(--ink); text-align: start; overflow-wrap: anywhere;
}
.choices button:hover { border-color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35em 1em; margin: 0; font-size: .9375em; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding-top: .75em; }
summary { cursor: pointer; color: var(--soft); padding: .25em 0; border-radius: .3em; }
.reason { display: grid; gap: .6em; padding-top: .9em; }
label { display: grid; gap: .4em; font-weight: 600; }
.hint { font-size: .875em; color: var(--soft); }
label + .hint { margin-top: -.5em; }
textarea {
  font: inherit; font-weight: 400; color: inherit; background: light-dark(#fff, #15161a); border: 1px solid var(--soft);
  border-radius: .6em; padding: .5em .7em; min-height: 3.75em; resize: vertical; width: 100%;
}
form { flex: none; }
footer {
  display: flex; flex-wrap: wrap; gap: .75em;
  padding: 1em 1.5em 1.25em; background: var(--paper); border-top: 1px solid var(--line);
}
button { font: inherit; cursor: pointer; }
footer button {
  min-height: 2.75em; padding: .5em 1.15em; border-radius: .7em; font-weight: 600;
  border: 1px solid var(--soft); background: transparent; color: var(--ink);
}
footer button.main { background: var(--ink); border-color: var(--ink); color: var(--paper); }
footer button[aria-disabled=true] { opacity: .55; cursor: default; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 75%, transparent); outline-offset: 2px; }

@media (max-width: 480px) {
  dialog { width: 100vw; max-width: none; margin: auto 0 0; border-radius: 1em 1em 0 0; max-height: 92dvh; }
  .body { padding: 1.25em 1.25em 1em; }
  footer { padding: .75em 1.25em 1em; }
  footer button { flex: 1 1 auto; padding: .5em .75em; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5em; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: rise .16s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 .5em; } }
}
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  footer button.main { border-width: 3px; }
  footer button[aria-disabled=true] { opacity: 1; color: GrayText; border-color: GrayText; }
}

.layer {
  position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; overflow: visible;
  background: transparent; pointer-events: none;
}
.chip {
  position: fixed; display: flex; align-items: center; gap: .35em; width: max-content; max-width: min(24em, 90vw); min-height: 24px;
  margin: 0; padding: .1em .6em; border-radius: 1em; border: 1px solid var(--accent); background: var(--paper);
  color: var(--accent); font-size: .8125em; font-weight: 600; line-height: 1.4; pointer-events: none;
  box-shadow: 0 1px 4px #0002;
}
.chip[hidden] { display: none; }
.chip.reached { pointer-events: auto; }
.chip:disabled { cursor: default; pointer-events: none; }
.voice { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mirror { position: fixed; box-sizing: border-box; overflow: hidden; forced-color-adjust: none; color: transparent; background: none; border-style: solid;
  border-color: transparent; pointer-events: none; margin: 0; }
.mirror span { text-decoration: underline wavy 1px var(--accent);
  text-decoration-skip-ink: none; }
.lines { position: fixed; overflow: hidden; forced-color-adjust: none; pointer-events: none; }
.lines span {
  position: absolute; height: 3px; background-size: 6px 3px;
  background-image: linear-gradient(45deg, transparent 62%, var(--accent) 62% 82%, transparent 82%),
    linear-gradient(-45deg, transparent 62%, var(--accent) 62% 82%, transparent 82%);
}
`;
