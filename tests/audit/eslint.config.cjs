// What the scripts of the pages and of the preview may not do. The theme's parts are joined to one
// classic script, in which they share the functions that the first of them declare.
const js = require("@eslint/js");
const globals = require("globals");
const unsanitized = require("eslint-plugin-no-unsanitized");

const THEME = "scripts/edition/theme/assets/edition";
const SHARED = [
  "placeOf", "plainFigure", "numberOf", "orderOf",
  "plainText", "announce", "prepareToAnnounce", "copyText",
];
const MARKUP = [
  "innerHTML", "outerHTML", "insertAdjacentHTML", "createContextualFragment", "parseFromString",
  "setHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "srcdoc", "write", "writeln", "cssText", "insertRule",
];
const text = (message) => `${message}: nothing that runs or styles is made out of a text.`;

module.exports = [
  { files: ["scripts/edition/**/*.js"], ...js.configs.recommended },
  {
    files: ["scripts/edition/**/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, sourceType: "script", globals: globals.browser },
    plugins: { "no-unsanitized": unsanitized },
    rules: {
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-eval": "error",
      "no-extend-native": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { vars: "local" }],
      "no-use-before-define": ["error", { functions: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-unsanitized/method": "error",
      "no-unsanitized/property": "error",
      "no-multi-str": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "TemplateElement[value.raw=/\\n/]",
          message: "A text ends in its line: lines are joined, and those of comments are dropped.",
        },
        {
          selector: `MemberExpression[property.name=/^(${MARKUP.join("|")})$/]`,
          message: text("No markup or style from a string"),
        },
        {
          selector: `MemberExpression[computed=true] > Literal[value=/^(${MARKUP.join("|")})$/]`,
          message: text("No markup or style from a string"),
        },
        {
          selector: "CallExpression[callee.property.name='setAttribute'] > Literal[value=/^(style|on|srcdoc)/i]",
          message: text("No such attribute"),
        },
        {
          selector: "CallExpression[callee.property.name='createElement'] > Literal[value=/^(script|style|iframe|object|embed|base)$/i]",
          message: text("No such element"),
        },
        {
          selector: "AssignmentExpression[left.name='location'], AssignmentExpression[left.object.name='location'][left.property.name='href'], CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
          message: "A script leads the reader nowhere; a link does, and a hash inside the page.",
        },
      ],
    },
  },
  {
    files: [`${THEME}/js/*.js`],
    languageOptions: { globals: Object.fromEntries(SHARED.map((name) => [name, "readonly"])) },
    rules: { "no-redeclare": ["error", { builtinGlobals: false }] },
  },
  { files: [`${THEME}/search/*.js`], languageOptions: { sourceType: "module" } },
  {
    files: ["tests/audit/**/*.mjs"],
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.node },
  },
];
