import { ActionIcon } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";

const Palette = lazy(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette }));

/** The way to the command palette, which is loaded when first asked for. */
export function PaletteDoor() {
  const [wanted, setWanted] = useState(false);
  const open = async () => {
    setWanted(true);
    (await import("@mantine/spotlight")).openSpotlight();
  };
  useHotkeys([["mod+K", open]], []);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Find anything"
        title="Find anything: Ctrl K"
        onClick={open}
      >
        <IconSearch size={18} />
      </ActionIcon>
      {wanted ? (
        <Suspense fallback={null}>
          <Palette />
        </Suspense>
      ) : null}
    </>
  );
}
