/**
 * Names that are the same name in other clothes. Each line is one group; before the bar spellings of one name, after it short forms and forms in other
 * languages. Chosen by hand from general knowledge of names; no list was copied. It holds what letters alone (`soundDistance.ts`) do not bring together, and
 * is meant to stay small. Small letters a to z.
 */
const groups = `
muhammad mohammed mohamed mohammad muhammed mohamad mehmet mehmed mahomet muhamad mukhammed magomed mhmd mohd muhammet mamadou | md
ahmad ahmed ahmet akhmed akhmad achmed ahamed ahmd
alexander aleksandr alexandre alejandro alessandro aleksander oleksandr alexandros iskander iskandar | sasha sascha alex sacha aleks xander sandro
alexandra aleksandra alejandra alessandra oleksandra | sasha sascha sandra
yusuf youssef yousef yousuf jusuf joseph yosef josef jose giuseppe iosif osip youssouf jozef ysf | joe joey pepe beppe
ibrahim abraham avraham ebrahim brahim abrahim | abe
yaqub yakub jacob jakob yaakov yakov jacques giacomo james jaime iago santiago tiago diego | jim jimmy jake jack
musa moussa moses moshe moises mose moishe
isa issa jesus eisa
ishaq isaac yitzhak izhak isak | ike
dawud daoud david dawood davud daud davit dvd | dave davy dudi
sulayman suleiman solomon suleyman soliman slimane shlomo salomon
yahya john jean juan joao jan ivan giovanni johann johannes hans ioannis yiannis jon sean ian evan hovhannes ovanes yohanan yochanan ioan | johnny jack vanya giannis hannes
maryam maria mary marie mariam miriam mariya marija meryem myriam | masha molly polly mitzi
hussein husayn hussain husain hocine huseyin hussayn khusein
hassan hasan hacene khasan
umar omar omer omr
usman osman uthman othman ousmane usmon
khalid khaled chalid haled halit
aisha aicha ayesha aysha aischa ayse aixa aysche
khadija chadidscha khadidja hatice jadiya hadija khadijah
fatima fatma fatemeh fatimah fatoumata
george georg jorge georges giorgio georgios giorgos jerzy yuri yury juri yurij iouri georgy georgi giorgi gevorg heorhii jordi jurgen joerg | gosha yura egor
michael mikhail michel miguel michele mikael mihail michal mykhailo mihai mikel micha | mike misha mick mickey mischa
nicholas nikolai nicolas nicola nikolaus nikola mykola mikolaj nikos nikolaos nicolae niklas | nick kolya klaus
peter pyotr petr pierre pedro pietro piotr petros petro petar pieter peder boutros | petya pete
paul pavel pablo paolo pawel pavlo pavlos boulos | pasha
stephen steven stefan etienne esteban stefano stepan stephan stephane estevan estevao stephanos | steve
william guillaume guillermo wilhelm guglielmo willem vilhelm guilherme | bill billy will willy liam wim
robert roberto rupert | bob bobby rob robbie
richard ricardo riccardo ryszard | dick rick ricky
charles carlos karl carlo carl karol karel | charlie chuck
edward eduard eduardo edoardo eduardo edvard edouard | ed eddie ted ned
henry henri heinrich enrique enrico hendrik henryk | harry hank heinz
louis luis luigi ludwig ludovic lewis luiz ludvik | lou
francis francisco francesco francois franz frantisek franciszek | frank paco pancho
anthony antonio antoine anton antonius antonis | tony toni
andrew andrei andreas andre andres andrea andrzej andriy andrej anders andrey | andy drew
vladimir volodymyr wladimir wlodzimierz | vova volodya
dmitry dmitri dmytro dimitri dimitrios dimitris demetrio | dima mitya
sergey sergei serge sergio serhiy sergiy | seryozha
yevgeny evgeny eugene evgeni jewgeni yevgeniy eugen eugenio | zhenya
alexey alexei aleksei oleksiy aleksey alexis alexej | alyosha lyosha
catherine katherine kathryn ekaterina katarina catarina catalina kateryna yekaterina katharina katerina | kate katya cathy kathy kat
elizabeth elisabeth yelizaveta elizaveta isabel isabella elisabetta elzbieta | liz beth lisa betty eliza
helen elena helena yelena olena eleni jelena helene | lena nellie
anna anne hannah ana hanna ann | anya anja annie
natalia nataliya natalya nathalie natalie | natasha
thomas tomas tommaso tomasz foma | tom tommy
benjamin binyamin benyamin veniamin benjamim | ben benny
samuel shmuel samuil | sam sammy
daniel danil daniil daniele danilo | dan danny
gabriel jibril gavriil gabriele djibril jabril | gabe
barack barak baraka | barry
frederick friedrich frederic federico fryderyk fredrik frederik | fred freddy fritz
theodore fyodor feodor theodor teodoro fedor theodoros | ted teddy theo
kim gim ghim keem
lee li yi rhee ri ree
park pak bak pack
choi choe chwe
jung jeong chung jong cheong
jang chang zhang cheung cheong
wang wong vang ong
chen chan tan
huang hwang wong ng
zhou chow chou jou
xu hsu hui tsui
zhao chao chiu jao
wu ng woo goh
lin lam lim im rim
liu lau low yu ryu yoo
guo kuo kwok
cai tsai choi chua
xie hsieh tse
zheng cheng jeng chang
zhu chu choo
cohen kohen kogan kahn khhn khn cohn kaplan coen
levi levy lewy halevi
smith smyth smythe
meyer meier maier mayer mayr meir
schmidt schmid schmitt
`

interface Kinship {
  /** Every group the spelling belongs to, with whether it stands before the bar. */
  readonly groups: ReadonlyMap<number, boolean>
}

const byWord: ReadonlyMap<string, Kinship> = tabulate()

/**
 * What the table says of two words: spellings of one name, one a short form of the other, two names that it keeps apart (`hassan` and `hussein`), or nothing. The
 * same in both directions.
 */
export function kinship(a: string, b: string): 'spelling' | 'nickname' | 'apart' | null {
  const one = byWord.get(a)
  const other = one === undefined ? undefined : byWord.get(b)
  if (one === undefined || other === undefined) return null
  let found: 'nickname' | 'apart' = 'apart'
  for (const [group, formal] of one.groups) {
    const also = other.groups.get(group)
    if (also === undefined) continue
    if (formal && also) return 'spelling'
    found = 'nickname'
  }
  return found
}

/** The numbers of the groups a word belongs to, for blocking keys. */
export function groupsOf(word: string): readonly number[] {
  return [...(byWord.get(word)?.groups.keys() ?? [])]
}

function tabulate(): ReadonlyMap<string, Kinship> {
  const table = new Map<string, { readonly groups: Map<number, boolean> }>()
  for (const [number, line] of groups.trim().split('\n').entries()) {
    for (const [half, words] of line.split('|').entries())
      for (const word of words.trim().split(/\s+/)) {
        const entry = table.get(word) ?? { groups: new Map<number, boolean>() }
        if (!entry.groups.has(number)) entry.groups.set(number, half === 0)
        table.set(word, entry)
      }
  }
  table.delete('')
  return table
}
