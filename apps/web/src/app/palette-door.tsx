import { t } from "@lingui/core/macro";
import { ActionIcon } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import { askForPalette, useAskedForPalette } from "./palette-key.ts";

const Palette = lazy(async () => ({
  default: (await loadPatiently(() => import("./command-palette.tsx"))).CommandPalette,
}));

/** The way to the command palette, which is loaded when first asked for. */
export function PaletteDoor() {
  const asked = useAskedForPalette();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Find anything`}
        title={t`Find anything: Ctrl K`}
        onClick={askForPalette}
      >
        <IconSearch size={18} />
      </ActionIcon>
      {asked === 0 ? null : (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      )}
    </>
  );
}
