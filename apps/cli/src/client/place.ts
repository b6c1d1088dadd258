import { bookPlace } from "@cimpro/api";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The books that the settings name: a path or an address. */
export const placeOf = (settings: Settings, { env }: Terminal): string => settings.db ?? bookPlace("cimpro.db", env);

/** A plain path, not an address. */
export const isFile = (place: string): boolean => !/^[a-z][a-z0-9+.-]+:/i.test(place);

/** An address without its password. */
export function shownPlace(place: string): string {
  const url = isFile(place) ? null : URL.parse(place);
  if (url === null || url.password === "") return place;
  url.password = "";
  return url.href;
}
