import type { BranchHost } from "../../host/host.js";
import type { Ports } from "../ports.js";

/** What following a person's branch needs from outside: the ports of a run, with a branch in the place of a repository. */
export type SyncPorts = Omit<Ports, "host"> & { readonly host: BranchHost };
