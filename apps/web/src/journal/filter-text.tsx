import { Autocomplete } from "@mantine/core";
import { useState } from "react";

/** A filter whose values are known only in part: chosen from those seen, or typed whole and entered. */
export function FilterText({
  label,
  placeholder,
  seen,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly seen: readonly string[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const chosen = value ?? "";
  const [text, setText] = useState(chosen);
  // The address may change by other ways than this field.
  const [known, setKnown] = useState(chosen);
  if (known !== chosen) {
    setKnown(chosen);
    setText(chosen);
  }
  const choose = (next: string) => {
    if (next.trim() !== chosen) onChoose(next.trim() || undefined);
  };
  return (
    <Autocomplete
      label={label}
      placeholder={placeholder}
      clearable
      data={[...new Set([...seen, ...(chosen === "" ? [] : [chosen])])].toSorted()}
      value={text}
      onChange={setText}
      onOptionSubmit={choose}
      onClear={() => choose("")}
      onBlur={() => choose(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter") choose(text);
      }}
    />
  );
}
