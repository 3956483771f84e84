import type { Endpoints } from "@octokit/types";
import { GitHubError } from "../../errors/github-error.js";
import type { Route } from "./endpoints.js";

/** The one method of an Octokit that the bot uses; any release of it fits. */
export interface Requester {
  request(route: string, parameters?: Record<string, unknown>): Promise<{ readonly data: unknown }>;
}

type Parameters<R extends Route> = Omit<Endpoints[R]["parameters"], "owner" | "repo" | "request" | "headers">;
type Data<R extends Route> = Endpoints[R]["response"]["data"];

export interface GitHubClientOptions {
  readonly octokit: Requester;
  readonly owner: string;
  readonly repo: string;
  /** Asked before each write; throws if this worker may no longer write (lease lost, rights revoked). */
  readonly beforeWrite?: () => Promise<void>;
}

/** Calls of one repository: only routes of the table, counted, with errors that name what was asked. */
export class GitHubClient {
  public readonly owner: string;
  public readonly repo: string;
  private count = 0;

  public constructor(private readonly options: GitHubClientOptions) {
    this.owner = options.owner;
    this.repo = options.repo;
  }

  /** Requests made so far. */
  public get requests(): number {
    return this.count;
  }

  public async call<R extends Route>(
    route: R,
    parameters: Parameters<R>,
    request?: Record<string, unknown>,
  ): Promise<Data<R>> {
    if (!route.startsWith("GET ")) await this.options.beforeWrite?.();
    this.count++;
    const all = { owner: this.owner, repo: this.repo, ...parameters, ...(request && { request }) };
    try {
      // Octokit's own types say what a route answers; they are generated from GitHub's description.
      return (await this.options.octokit.request(route, all)).data as Data<R>;
    } catch (error) {
      throw this.named(route, error);
    }
  }

  /** The same, with null where the host has no such thing. */
  public async find<R extends Route>(route: R, parameters: Parameters<R>): Promise<Data<R> | null> {
    try {
      return await this.call(route, parameters);
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return null;
      throw error;
    }
  }

  private named(route: Route, error: unknown): GitHubError {
    const status = statusOf(error);
    const said = error instanceof Error ? error.message : String(error);
    const detail = `${route} was answered with ${status ?? "nothing"}: ${said}`;
    return new GitHubError(`${this.owner}/${this.repo}`, detail, remedyFor(status), status, error);
  }
}

function statusOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("status" in error)) return null;
  return typeof error.status === "number" ? error.status : null;
}

function remedyFor(status: number | null): string {
  if (status === 401) return "Check the app's id and private key";
  if (status === 403) return "Check that the app's installation grants the permissions of app.yml";
  if (status === 404) return "Check that the app is installed on this repository";
  if (status !== null && status < 500) return "Send the command again; if it fails the same way, report it";
  return "GitHub is out of order or out of reach; send the command again later";
}
