/** The gender of what events are called in Spanish. */
import type { Completed } from '../names.ts';
import { articleOfNoun, nouns } from '../nouns.ts';

const NOUNS = {
  el: nouns(`foro evento encuentro congreso seminario taller coloquio simposio diálogo concurso festival
    salón ciclo debate programa proyecto premio hackatón panel comité consejo grupo proceso acto aniversario
    pabellón lanzamiento período periodo`),
  la: nouns(`cumbre conferencia reunión semana asamblea consulta jornada ceremonia exposición feria sesión
    plataforma convención mesa serie celebración edición comisión iniciativa quincena audiencia campaña
    universidad visita misión`),
  los: nouns('talleres diálogos encuentros debates premios foros eventos'),
  las: nouns('jornadas semanas reuniones consultas sesiones conferencias negociaciones mesas'),
};

/** What follows is no longer what the event is called. */
const STOPS = /^(?:de|del|sobre|para|por|en|y|a|al)$/;
const OWN_ARTICLE = /^(el|la|los|las)\s+/i;

/** The article of an event: its own, or that of its noun; "el" where no noun tells it. */
export function completeEvent(name: string): Completed {
  const [whole, own] = OWN_ARTICLE.exec(name) ?? [];
  if (whole !== undefined && own !== undefined) {
    return { article: own.toLowerCase(), name: name.slice(whole.length) };
  }
  const article = articleOfNoun(name, NOUNS, STOPS);
  return article === undefined ? { article: 'el', name, assumed: true } : { article, name };
}
