import type { Instant } from "#core/article/instant.ts";
import type { Session, Sessions, SignInOffer } from "#desk/port/sessions.ts";
import type { Database, PageSessionTable, SignInLinkTable, Writing } from "./schema.ts";
import { asOne } from "./unit.ts";

/** Who is signed in on the page. */
export class SqlSessions implements Sessions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async offer({ hash, asker, until }: SignInOffer, now: Instant): Promise<void> {
    await asOne(this.#db, async (writing) => {
      await writing
        .deleteFrom("sign_in_link")
        .where((row) => row.or([row("asker", "=", asker.id), row("until", "<=", now)]))
        .execute();
      await writing
        .insertInto("sign_in_link")
        .values({ hash, asker: asker.id, name: asker.name, role: asker.role, until })
        .execute();
    });
  }

  async offered(hash: string, now: Instant): Promise<SignInOffer | null> {
    const row = await this.#db
      .selectFrom("sign_in_link")
      .selectAll()
      .where("hash", "=", hash)
      .where("until", ">", now)
      .executeTakeFirst();
    return row === undefined ? null : offerOf(row);
  }

  take(hash: string, now: Instant): Promise<SignInOffer | null> {
    return asOne(this.#db, async (writing) => {
      const row = await writing
        .deleteFrom("sign_in_link")
        .where("hash", "=", hash)
        .where("until", ">", now)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : offerOf(row);
    });
  }

  async begin({ asker, ...session }: Session): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .insertInto("page_session")
        .values({ ...session, asker: asker.id, name: asker.name, role: asker.role })
        .execute(),
    );
  }

  async find(hash: string): Promise<Session | null> {
    const row = await this.#db
      .selectFrom("page_session")
      .selectAll()
      .where("hash", "=", hash)
      .executeTakeFirst();
    return row === undefined ? null : sessionOf(row);
  }

  async saw(hash: string, at: Instant): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.updateTable("page_session").set({ seen: at }).where("hash", "=", hash).execute(),
    );
  }

  async end(hash: string): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing.deleteFrom("page_session").where("hash", "=", hash).execute(),
    );
  }

  async endAll(asker: string): Promise<void> {
    await asOne(this.#db, (writing) => endAllOf(writing, asker));
  }

  async dropOld({ begun, seen }: { begun: Instant; seen: Instant }): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .deleteFrom("page_session")
        .where((row) => row.or([row("begun", "<", begun), row("seen", "<", seen)]))
        .execute(),
    );
  }
}

/** Who is forgotten is signed in nowhere. */
export async function endAllOf(writing: Writing, asker: string): Promise<void> {
  await writing.deleteFrom("sign_in_link").where("asker", "=", asker).execute();
  await writing.deleteFrom("page_session").where("asker", "=", asker).execute();
}

function offerOf({ hash, asker, name, role, until }: SignInLinkTable): SignInOffer {
  return { hash, asker: { id: asker, name, role }, until };
}

function sessionOf({ asker, name, role, ...row }: PageSessionTable): Session {
  return { ...row, asker: { id: asker, name, role } };
}
