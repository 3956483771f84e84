import type { Host } from "../host.js";
import type { GitHubHostOptions } from "./github-host.js";
import { readRepository } from "./read-repository.js";

/** A branch as it is now, to be read and not to be written. */
export function headHost({ client, cache }: Omit<GitHubHostOptions, "bot">, branch: string): Host {
  const repository = `${client.owner}/${client.repo}`;
  return {
    repository,
    read: async () => {
      const ref = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
      if (ref !== null)
        return { kind: "backend", backend: (await readRepository(client, ref.object.sha, cache)).backend };
      return {
        kind: "refused",
        reason: `There is no branch ${branch} any more`,
        remedy: "Ask for this on the issue",
      };
    },
    publish: async () =>
      await Promise.resolve({
        kind: "refused",
        reason: `${branch} is only read`,
        remedy: "Send the commands that it comes to",
      }),
  };
}
