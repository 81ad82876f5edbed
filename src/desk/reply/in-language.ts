import type { Language } from "#core/language/language.ts";
import { inLanguage } from "#core/message/in-language.ts";
import type { Message } from "#core/message/message.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";

/**
 * A front desk that says help, forms and buttons in the language of whoever asks.
 *
 * @param usual the newsroom's, where nobody knows the asker's
 */
export function inTheirLanguage(desk: FrontDesk, usual: Language): FrontDesk {
  const known = <From extends Asked>(asked: From) => {
    const language = asked.language ?? usual;
    return { ...asked, language };
  };
  const said = async <From extends Asked>(
    asked: From,
    answer: (known: From & { readonly language: Language }) => Promise<Message>,
  ): Promise<Message> => {
    const from = known(asked);
    return inLanguage(await answer(from), from.language);
  };
  return {
    ask: (question) => said(question, desk.ask),
    askLine: (line, asked) => said(asked, (from) => desk.askLine(line, from)),
    askTyped: (text, asked) => said(asked, (from) => desk.askTyped(text, from)),
    askPost: (post, asked) => said(asked, (from) => desk.askPost(post, from)),
    home: (asked) => said(asked, desk.home),
    formFor: (question) => desk.formFor(known(question)),
    formForLine: (line, asked) => desk.formForLine(line, known(asked)),
    check: (form, values, asked) => desk.check(form, values, known(asked)),
    submit: (form, values, asked) => said(asked, (from) => desk.submit(form, values, from)),
    suggest: (command, option, typed, asked) => desk.suggest(command, option, typed, known(asked)),
  };
}
