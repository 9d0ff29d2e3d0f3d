import type { Confidence } from '../suggestion'
import type { Range } from '../text/plainText'
import { near, withoutRepeats, type Word } from '../text/words'

export interface Insult {
  readonly range: Range
  readonly confidence: Confidence
}

/** Words that insult whomever they are said of. */
const strong =
  /^(?:сволоч|мраз(?:ь|и|ью|от)|ублюд|подонк?[аио]|подонок|мерзав|негодя[йеия]|твар(?:ина|юг)|гнид|падл|падаль$|урод(?:ы|ов|ам|ина|ец|цы)?$|кретин|идиот(?!ск)|дебил|имбецил|олигофрен|дегенерат|придур(?:ок|к)|недоум|тупиц|тупор[ыо]л|быдл|чмо(?:шник|$)|чмыр|упыр[ьия]|нелюд|выродк|выродок|отребь|шваль|дармоед|тунеяд|ворюг|ворь[ея]|хапуг|жулье|паскуд|дурак(?:и|ов|ами)?$|дур[аы]$|дурач[ьк]|болван|остолоп|олух|лоботряс|бездар[ьи]|бестолоч|чурк[аи]|хачи?$|холуй|холуи$|стервятник|стерв[аы]$|мракобес|проститут|козлин|ослин|свинорыл|жирн(?:ые|ая)морд|лохи?$|гад(?:ы|ина|ины)$|гаденыш|шакал)/

/** Whole phrases: neither word insults alone. */
const phrases: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:жирн|нагл|тупы?|продажн|зажр|пьян)/, /^(?:морд|рож|хар[яие]|тварь|твари|скот|задниц|рыл)/],
  [/^(?:безмозгл|тупоголов|тупорыл|безрук|криворук)/, /^/],
  [/^(?:продажн|безмозгл|тупые|тупая|тупой|зажравш|нагл)/, /^(?:чинуш|чиновник|администрац|глав|власт|начальни|депутат|бараны?|овц|дур|твар|баб)/],
  [/^руки?$/, /^(?:жоп|задниц)/],
  [/^(?:твар[ьи]|скотин[аы]|рож[аи]|морд[аы])$/, /^(?:продажн|нагл|бессовестн|последн|тупы|зажравш|жирн|наел|отъел)/],
]

/** Beasts and thieves: an insult only when people are called so. */
const byAddress = /^(?:козл(?:ы|ов|ам|ами|у|ом|а|е)|козел|свинь[ияю]|свиней|скот(?:ы|ов|ина|ины)|баран(?:ы|ов|ами|ам)?|осл(?:ы|ов|ам)|осел|крыс[ыа]|собак[иа]|пс[ыа]|коров[аы]|овц[аы]|паразит(?:ы|ов|ам|ами)?|вор(?:ы|ов|ам|ами)?|жулик(?:и|ов|ам|ами)?|мошенник(?:и|ов|ам)?|бездельник(?:и|ов|ам|ами)?|твар[ьи]|тварей|животн(?:ые|ых|ое)|клоун(?:ы|ов)?|клещ[и]?|пиявк[иа]|бандит(?:ы|ов)?|фашист(?:ы|ов)?|врун(?:ы|ов)?|лжец(?:ы|ов)?|тупы[ее]|тупой|тупая|сук[аиуе]|сукой|сучк[аи]|сучар[аы]|петух(?:и|ов)?|обезьян[аы]|шавк[аи])$/
const people = /^(?:вы|вас|вам|вами|ваш[аеиу]?|вашей|вашего|вашему|ваших|ты|тебя|тебе|эти|этих|этот|чиновник[а-я]*|администрац[а-я]*|депутат[а-я]*|глав[аеуы]|главой|начальник[а-я]*|начальств[а-я]*|власт[а-я]*|мэр[а-я]*|сидят|сидите|директор[а-я]*|дармоед[а-я]*|сволоч[а-я]*|твари|управляйк[а-я]*)$/
/** Then it is about beasts, boughs or a real theft. */
const literal =
  /^(?:пас|выпас|стад|хозяйств|ферм|молок|шерст|коз(?:а|ы|у)$|телен|телят|корм|щен|кобел|бродяч|бездомн|стерилиз|отлов|бирк|ошейник|намордник|дерев|ветк|ветв|спил|тополь|тополя|хозя[ией]|животновод|поголов|ветеринар|скотомогил|украл|похит|поймал|полици|камер|насеком|инфекц|вакцин|привив|загрыз|покус|лает|лают|кража|краж|звон[яи]т|провод|домашн|подвал|травл|дератиз|концерт|цирк|праздник)/

export function findInsults(words: readonly Word[]): Insult[] {
  return words.flatMap((word, index): Insult[] => {
    const text = withoutRepeats(word.text)
    if (strong.test(word.text) || strong.test(text)) return [{ range: word.range, confidence: 'likely' }]
    const next = words[index + 1]
    const phrase = next !== undefined && next.sentence === word.sentence && phrases.some(([first, second]) => first.test(word.text) && second.test(next.text))
    if (phrase) return [{ range: { start: word.range.start, end: next.range.end }, confidence: 'likely' }]
    if (!byAddress.test(word.text) && !byAddress.test(text)) return []
    const around = near(words, index, 5)
    if (words.some((other) => other.sentence === word.sentence && literal.test(other.text))) return []
    const isSuka = /^суч?[к]/.test(text)
    if (!isSuka && !around.some((other) => people.test(other.text))) return []
    return [{ range: word.range, confidence: isSuka || around.some((other) => /^(?:вы|ты)$/.test(other.text)) ? 'likely' : 'possible' }]
  })
}
