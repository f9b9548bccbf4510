const compose = (/** @type {string} */ above, /** @type {string} */ wide) => `<div id="mastodon">
  <div class="navigation-bar"><span class="display-name"><span class="display-name__account">@bezint</span></span></div>
  <form class="compose-form">${above}
    <div class="compose-form__dropdowns"><button type="button" class="audience dropdown-button" aria-haspopup="true">
      <span class="dropdown-button__label" data-choices='["[[Private mention|Privévermelding]]", "${wide}"]'>[[Private mention|Privévermelding]]</span></button></div>
    <div class="editor" data-editable='{"class": "autosuggest-textarea__textarea", "aria-label": "[[What’s on your mind?|Wat wil je kwijt?]]"}'></div>
    <div class="compose-form__submit"><button type="submit" class="submit">[[Post|Toot]]</button></div></form></div>`;
const common = {
  editor: "gestures/plain",
  narrows: true,
  as: "@bezint",
  gestures: /** @type {const} */ (["click", "mod+enter"]),
};

export default {
  site: "mastodon",
  name: "Mastodon",
  pages: {
    post: { ...common, kind: "post", audience: "public", markup: compose("", "[[Public|Openbaar]]") },
    reply: {
      ...common,
      kind: "reply",
      audience: "followers",
      markup: compose(
        `<div class="reply-indicator"><span class="display-name">Noor</span><p>Hello</p></div>`,
        "[[Followers|Volgers]]",
      ),
    },
  },
};
