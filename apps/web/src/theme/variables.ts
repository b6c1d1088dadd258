import type { CSSVariablesResolver } from "@mantine/core";

/** Text that can be read by everyone, the quiet kind too: at least 4.5 to 1 on every ground. */
export const variables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    "--mantine-color-text": colors.gray[9],
    "--mantine-color-dimmed": colors.gray[7],
    "--mantine-color-error": colors.red[8],
  },
  dark: {
    "--mantine-color-text": colors.gray[2],
    "--mantine-color-dimmed": colors.dark[1],
    "--mantine-color-error": colors.red[5],
  },
});
