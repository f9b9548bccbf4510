const common = {
  editor: "editors/slate",
  kind: /** @type {const} */ ("message"),
  gestures: /** @type {const} */ (["enter"]),
  again: true,
  markup: `<main><form><div class="editor"></div><button type="button" aria-label="Emoji">☺</button></form></main>`,
};

export default {
  site: "discord",
  name: "Discord",
  pages: {
    message: { ...common, audience: "named", path: "/channels/@me/1234" },
    server: { ...common, audience: "unknown", path: "/channels/77/1234" },
  },
};
