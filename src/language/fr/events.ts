/** The gender of what events are called in French. */
import type { Completed } from '../names.ts';
import { articleOfNoun, nouns } from '../nouns.ts';

const NOUNS = {
  le: nouns(`forum sommet événement évènement colloque congrès séminaire atelier symposium dialogue
    concours salon festival cycle débat programme projet prix webinaire hackathon panel comité conseil
    groupe summit event rendez rassemblement entretien processus lancement anniversaire pavillon`),
  la: nouns(`conférence manifestation réunion semaine session assemblée consultation rencontre journée
    table cérémonie exposition foire plateforme commission convention initiative concertation édition
    université série célébration quinzaine séance audition campagne soirée visite mission`),
  les: nouns(`journées rencontres assises états ateliers dialogues conférences réunions semaines
    négociations consultations célébrations entretiens sessions séances débats`),
};

/** « d'experts », « de haut niveau »: what follows is no longer what the event is called. */
const STOPS = /^(?:de|du|des|d|sur|pour|à|au|aux|en|et|relatif|relative)$/;
const OWN_ARTICLE = /^(le |la |les |l['’])\s*/i;
/** La onzième session. */
const VOWEL = /^(?!onz)[aeiouœæ]/;

/** The article of an event: its own, or that of its noun; « le », and l' before a vowel, where no noun tells it. */
export function completeEvent(name: string): Completed {
  const own = OWN_ARTICLE.exec(name)?.[1];
  if (own !== undefined) {
    return { article: own.trim().toLowerCase(), name: name.slice(own.length).trim() };
  }
  const found = articleOfNoun(name, NOUNS, STOPS);
  if (found === 'les') return { article: found, name };
  const elides = VOWEL.test(name.normalize('NFD').toLowerCase());
  const article = elides ? "l'" : (found ?? 'le');
  return found === undefined ? { article, name, assumed: true } : { article, name };
}
