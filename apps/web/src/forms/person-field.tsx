import { t } from "@lingui/core/macro";
import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from "@mantine/core";
import { useRef, useState } from "react";
import { useHeldSubmit } from "./use-held-submit.ts";

/** Marks the entry that adds somebody; no name begins so. */
const adding = "\u0000";

/**
 * Somebody chosen from those who are known: a slip of the pen finds nobody. Somebody new is added on purpose, by choosing
 * to; `newcomer` says what that does.
 */
export function PersonField({
  people,
  value = null,
  onChange = () => undefined,
  newcomer,
  error,
  onBlur,
  onUnchosen,
  ...look
}: Omit<SelectProps, "data" | "value" | "onChange" | "filter" | "searchable"> & {
  readonly people: readonly string[];
  readonly value?: string | null;
  readonly onChange?: (person: string | null) => void;
  /** `Add “Bo” as a new worker`; left out where nobody new can be named. */
  readonly newcomer?: (name: string) => string;
  /** What was typed but nobody chosen for, or null; for what is done beside a form. */
  readonly onUnchosen?: (typed: string | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  useHeldSubmit(field, () => unchosen !== null);
  const leave = (typed: string | null) => {
    setUnchosen(typed);
    onUnchosen?.(typed);
  };
  const [search, setSearch] = useState(value ?? "");
  const said = search.trim();
  const known = [...new Set([...people, ...(value === null || value === "" ? [] : [value])])].toSorted((a, b) =>
    a.localeCompare(b),
  );
  const isNew = said !== "" && !known.some((name) => plain(name) === plain(said));
  const data = [
    ...known.map((name) => ({ value: name, label: name })),
    ...(isNew && newcomer !== undefined ? [{ value: adding + said, label: newcomer(said) }] : []),
  ];
  const choose = (person: string | null) => {
    leave(null);
    onChange(person);
  };
  return (
    <Select
      ref={field}
      {...look}
      data={data}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`Nobody of this name is known`}
      filter={matching}
      value={value === "" ? null : value}
      onChange={(chosen) => choose(chosen?.startsWith(adding) ? chosen.slice(adding.length) : chosen)}
      searchValue={search}
      onSearchChange={setSearch}
      error={unchosen === null ? error : notChosen(unchosen)}
      onInput={() => leave(null)}
      onBlur={(event) => {
        onBlur?.(event);
        const exact = known.find((name) => plain(name) === plain(said));
        if (exact !== undefined && exact !== value) choose(exact);
        else if (isNew) leave(said);
      }}
    />
  );
}

const notChosen = (typed: string): string => t`“${typed}” is nobody known: choose somebody from the list.`;

const plain = (name: string): string => name.normalize("NFKC").trim().toLocaleLowerCase();

/** Whoever has what was typed in their name; whoever would be new stays below them. */
const matching: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(
    ({ value, label }) => value.startsWith(adding) || plain(label).includes(plain(search)),
  );
