import { t } from "@lingui/core/macro";
import { createTheme } from "@mantine/core";
import alert from "./alert.module.css";
import dialog from "./dialog.module.css";
import table from "./table.module.css";

/** The look of everything; made when the language is settled, because a few parts bring a word of their own. */
export function appTheme() {
  const close = { "aria-label": t`Close` };
  return createTheme({
    primaryColor: "indigo",
    primaryShade: 7,
    autoContrast: true,
    fontFamily: '"Inter Variable", -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, sans-serif',
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    headings: {
      fontWeight: "620",
      sizes: {
        h1: { fontSize: "1.5rem", lineHeight: "1.25" },
        h2: { fontSize: "1.0625rem", lineHeight: "1.35" },
        h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
      },
    },
    defaultRadius: "md",
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      Alert: { defaultProps: { variant: "default" }, classNames: alert },
      Badge: { defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 550 } },
      Drawer: { defaultProps: { position: "right", size: "lg", closeButtonProps: close }, classNames: dialog },
      Modal: { defaultProps: { centered: true, closeButtonProps: close }, classNames: dialog },
      // A form puts the focus into its first field: a list that opens by that would lie over the form.
      // What one writes finds it, and Enter takes it.
      Select: {
        defaultProps: { comboboxProps: { shadow: "md" }, openOnFocus: false, selectFirstOptionOnChange: true },
      },
      Table: { classNames: table },
      Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    },
  });
}
