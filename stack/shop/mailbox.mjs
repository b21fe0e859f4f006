const LINK = /href="([^"]*\/public\/click\/[^"]*)"/;

/** A customer's mailbox: the demo's inbox, asked for one address. */
export class Mailbox {
  #inboxUrl;

  constructor(inboxUrl) {
    this.#inboxUrl = inboxUrl;
  }

  /** The first mail to an address, or nothing when none came in time. */
  async firstMail(address, patienceMs) {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const mails = await this.#mails(address);
      if (mails.length > 0) return mails[0];
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return undefined;
  }

  /** Follows the first tracked link of a mail, as far as the redirect; says whether there was one. */
  async follow(mail) {
    const link = LINK.exec(mail.html ?? '')?.[1]?.replaceAll('&amp;', '&');
    if (!link) return false;
    const answer = await fetch(link, { redirect: 'manual' });
    return answer.status >= 300 && answer.status < 400;
  }

  async #mails(address) {
    const answer = await fetch(`${this.#inboxUrl}/api/mails?to=${encodeURIComponent(address)}`);
    return answer.ok ? answer.json() : [];
  }
}
