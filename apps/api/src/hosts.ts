import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import type { FastifyRequest } from "fastify";

/** Names of this machine that no other can answer to. */
const loopback: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The name in a Host header or an address, without its port; null where there is none. */
export function hostName(host: string | undefined): string | null {
  const url = host === undefined || /[/@?#\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return url === null ? null : url.hostname;
}

/**
 * Whether a request names a host that this server is reached by: loopback, the public address, or one that was listed. A
 * page of another name that was made to lead here, by whoever owns that name, is told nothing.
 */
export function servedHosts(
  site: string | undefined,
  listed: readonly string[],
): (host: string | undefined) => boolean {
  const known = new Set([...loopback, ...listed, ...(site === undefined ? [] : [new URL(site).hostname])]);
  return (host) => {
    const name = hostName(host);
    return name !== null && known.has(name);
  };
}

/** Refuses what is asked of another host. Health is told to whoever asks: probes go by an address of their own. */
export const knownHostsOnly =
  (serves: (host: string | undefined) => boolean) =>
  async ({ url, headers: { host } }: FastifyRequest): Promise<void> => {
    if (serves(host) || url === "/healthz" || url === "/readyz") return;
    throw new Refused(rejection("HOST_UNKNOWN", { host: hostName(host) ?? "" }));
  };
