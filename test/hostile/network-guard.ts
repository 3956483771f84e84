import { Socket } from "node:net";

/** Keeps every connection that is opened from being made, and remembers it. */
export function guardNetwork(): { readonly opened: readonly string[]; readonly restore: () => void } {
  const opened: string[] = [];
  const connect = Reflect.get(Socket.prototype, "connect") as Socket["connect"];
  Socket.prototype.connect = function (this: Socket, ...args: readonly unknown[]): Socket {
    opened.push(JSON.stringify(args[0]) ?? "somewhere");
    return this.destroy(new Error("Nothing is connected to here"));
  } as Socket["connect"];
  return { opened, restore: () => void (Socket.prototype.connect = connect) };
}
