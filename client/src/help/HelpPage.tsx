/** `/help`: the short guide for participants and facilitators, in the language of the page. */
import './help.css';
import { type HelpBlock, type HelpWords, parseHelp } from '@ruimte/shared/content/help';
import english from '@ruimte/shared/content/help.en.md?raw';
import dutch from '@ruimte/shared/content/help.nl.md?raw';
import { useLocale } from '../i18n/use-text.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TopBar } from '../ui/TopBar.tsx';

const GUIDES = { nl: parseHelp(dutch), en: parseHelp(english) };

export default function HelpPage() {
  const [title, ...sections] = GUIDES[useLocale()];
  return (
    <div className="help">
      <TopBar />
      <main className="help-main">
        <PageTitle>{title?.title ?? ''}</PageTitle>
        {title?.blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
        {sections.map(({ level, title: heading, blocks }) => (
          <section key={heading} className={level === 2 ? 'help-part' : 'help-chapter'}>
            {level === 2 ? <h2>{heading}</h2> : <h3>{heading}</h3>}
            {blocks.map((block, index) => (
              <Block key={index} block={block} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

function Block({ block }: { readonly block: HelpBlock }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Words words={block.words} />
      </p>
    );
  }
  const List = block.kind === 'steps' ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((words, index) => (
        <li key={index}>
          <Words words={words} />
        </li>
      ))}
    </List>
  );
}

function Words({ words }: { readonly words: readonly HelpWords[] }) {
  return words.map(({ text, strong }, index) => (strong ? <strong key={index}>{text}</strong> : text));
}
