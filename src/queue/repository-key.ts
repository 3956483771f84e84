import type { Job } from "./port.js";

/** GitHub's names do not differ by case, so neither may two leases. */
export function repositoryKey(repository: Job["repository"]): string {
  return `${repository.owner}/${repository.repo}`.toLowerCase();
}
