import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { hostName } from "./hosts.ts";

/** What the surroundings say about serving. */
export interface ServeSettings {
  /** Where people reach the server, without a slash at the end; undefined where nothing stands before it. */
  readonly site: string | undefined;
  /** Other names that people reach it by. */
  readonly hosts: readonly string[];
  readonly mail: { readonly smtp: string; readonly from: string } | undefined;
}

/** Reads them; half of a setting is refused, so that nobody waits for mail that was never to go out. */
export function serveSettings(env: Readonly<Record<string, string | undefined>>): ServeSettings {
  const stated = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const site = stated("CIMPRO_PUBLIC_URL");
  const url = site === undefined ? null : URL.parse(site);
  if (
    site !== undefined &&
    (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "")
  )
    throw wrong("CIMPRO_PUBLIC_URL", "must be an address such as https://services.example.com, without a path");
  const hosts = (stated("CIMPRO_HOSTS") ?? "").split(/[\s,]+/).filter((host) => host !== "");
  const wrongHost = hosts.find((host) => hostName(host) === null);
  if (wrongHost !== undefined)
    throw wrong("CIMPRO_HOSTS", `"${wrongHost}" is no name of a host; list names such as books.lan, 10.0.0.5`);
  const [smtp, from] = [stated("CIMPRO_SMTP_URL"), stated("CIMPRO_MAIL_FROM")];
  if (smtp !== undefined && !/^smtps?:$/.test(URL.parse(smtp)?.protocol ?? ""))
    throw wrong("CIMPRO_SMTP_URL", "must be an address such as smtp://user:password@mail.example.com:587");
  if (smtp !== undefined && from === undefined)
    throw wrong("CIMPRO_MAIL_FROM", "is needed beside CIMPRO_SMTP_URL: whom messages come from");
  return {
    site: url?.origin,
    hosts: hosts.flatMap((host) => hostName(host) ?? []),
    mail: smtp === undefined || from === undefined ? undefined : { smtp, from },
  };
}

const wrong = (path: string, message: string): Refused =>
  new Refused(rejection("MALFORMED", { issues: [{ path, message }] }));
