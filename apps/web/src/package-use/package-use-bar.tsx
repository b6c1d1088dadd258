import { t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import type { PackageMonth } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";

/** A month of a package against its cap; over it the bar runs past the mark, and the upgrade is named (PKG-7). */
export function PackageUseBar({ label, month }: { readonly label: string; readonly month: PackageMonth }) {
  const { usedMinutes, capMinutes, remainingMinutes, over } = month;
  return (
    <div>
      <CoverBar
        label={label}
        end={{ minutes: capMinutes, label: t`Cap` }}
        parts={[
          { kind: "allowance", label: t`Used`, minutes: usedMinutes - (over?.minutes ?? 0) },
          { kind: "held", label: t`Over the cap`, minutes: over?.minutes ?? 0 },
          { kind: "left", label: t`Left`, minutes: remainingMinutes },
        ]}
      />
      {over === null ? null : (
        <Text size="sm" mt="xs">
          {over.message}
        </Text>
      )}
    </div>
  );
}
