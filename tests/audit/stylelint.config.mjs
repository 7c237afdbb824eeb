export default {
  extends: "stylelint-config-standard",
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Nothing is loaded by a sheet but files of the site, by their relative addresses.
    "at-rule-disallowed-list": ["import"],
    "function-url-scheme-allowed-list": [],
    // Browsers that have no ranges in media queries shall have the page of their width.
    "media-feature-range-notation": "prefix",
    // Safari has these only so.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["/mask/", "/text-size-adjust/"] }],
    // A sheet is about a part of the page, and follows it from its beginning to its end.
    "no-descending-specificity": null,
    // Names that are written as their standards do: currentColor, Georgia, CanvasText.
    "value-keyword-case": null,
    // Empty lines are a writer's.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    "rule-empty-line-before": null,
  },
};
