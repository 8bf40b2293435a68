-- The case system of XA: tables as its agency made them. Runs on any PostgreSQL from 13 on.
CREATE TABLE personen (
  pers_nr integer PRIMARY KEY,
  pers_rolle varchar(4) NOT NULL,
  geschlecht char(1) NOT NULL,
  geb_datum char(8),                -- JJJJMMTT; unbekannte Teile sind 00
  geb_ungefaehr char(1) NOT NULL,   -- J, N
  geb_ort text,
  geb_land char(3),
  gest_datum char(8),
  groesse_cm smallint,
  gewicht_kg smallint,
  augen char(2),
  haare char(2),
  statur text,
  merkmale text[] NOT NULL,
  sprachen text[] NOT NULL,
  beruf text,
  vorsicht text[] NOT NULL,
  schutz text[] NOT NULL,
  sperrlaender char(3)[] NOT NULL,
  rechtslage text,
  bemerkung text,
  vs_grad smallint NOT NULL,
  weitergabe char(2),
  erfasst_am timestamptz NOT NULL,
  geaendert_am timestamptz NOT NULL,
  loeschfrist date NOT NULL,
  suchschluessel text[] NOT NULL    -- von `comity search-keys`, aus Namen, Geburtsdatum und Ausweisnummern
);
CREATE TABLE personen_namen (
  pers_nr integer NOT NULL REFERENCES personen, lfd smallint NOT NULL, namensart char(1) NOT NULL,
  nachname text, vorname text, vatersname text, originalschrift text, guete char(1) NOT NULL, PRIMARY KEY (pers_nr, lfd)
);
CREATE TABLE personen_staat (pers_nr integer NOT NULL REFERENCES personen, land char(3) NOT NULL, gesichert boolean NOT NULL, PRIMARY KEY (pers_nr, land));
CREATE TABLE ausweise (
  pers_nr integer NOT NULL REFERENCES personen, lfd smallint NOT NULL, ausw_art varchar(9) NOT NULL, nummer text NOT NULL, land char(3) NOT NULL,
  zustand varchar(6) NOT NULL, ausgestellt date, gueltig_bis date, PRIMARY KEY (pers_nr, lfd)
);
CREATE TABLE anschriften (pers_nr integer NOT NULL REFERENCES personen, strasse text, plz varchar(5), ort text, land char(3));
CREATE TABLE eltern (pers_nr integer NOT NULL REFERENCES personen, verhaeltnis char(1) NOT NULL, nachname text, vorname text);
CREATE TABLE erreichbarkeit (pers_nr integer NOT NULL REFERENCES personen, art varchar(5) NOT NULL, wert text NOT NULL);

CREATE TABLE ausschreibungen (
  aus_nr integer PRIMARY KEY,
  vorgang text NOT NULL,
  farbe varchar(8) NOT NULL,
  oeffentl_nr text NOT NULL,
  stand varchar(5) NOT NULL,
  form char(1) NOT NULL,
  massnahmen text[] NOT NULL,
  pers_nr integer REFERENCES personen,
  behoerde text NOT NULL,
  sachverhalt text NOT NULL,
  ereignis_datum char(8),
  ereignis_ort text,
  ereignis_land char(3),
  pruefung varchar(5) NOT NULL,
  empfaenger char(3)[],             -- NULL: alle
  un_nr text,
  leiche_gefunden date, leiche_ort text, leiche_land char(3), leiche_geschlecht char(1), leiche_alter_von smallint, leiche_alter_bis smallint, leiche_beschreibung text,
  gefahr_art varchar(8), gefahr_naehe text, gefahr_hinweis text,
  begehung_delikt char(2), begehung_text text, begehung_mittel text[], begehung_versteck text,
  firma text, firma_land char(3), firma_zweck text,
  vs_grad smallint NOT NULL,
  weitergabe char(2),
  ausgestellt_am date NOT NULL,
  gueltig_bis date NOT NULL,
  erfasst_am timestamptz NOT NULL,
  geaendert_am timestamptz NOT NULL
);
CREATE TABLE haftbefehle (
  aus_nr integer NOT NULL REFERENCES ausschreibungen, lfd smallint NOT NULL, hb_art varchar(3) NOT NULL, behoerde text NOT NULL, land char(3) NOT NULL, aktenzeichen text NOT NULL,
  datum date NOT NULL, richterlich boolean NOT NULL, tatvorwurf text NOT NULL, hoechststrafe_monate smallint NOT NULL, strafe_monate smallint, PRIMARY KEY (aus_nr, lfd)
);
CREATE TABLE straftaten (
  vorgang text NOT NULL,            -- A + aus_nr oder E + ers_nr
  lfd smallint NOT NULL, deliktsgruppe char(2) NOT NULL, tatvorwurf text NOT NULL, vorschrift text NOT NULL, tatzeit char(8), ort text, land char(3), PRIMARY KEY (vorgang, lfd)
);
CREATE TABLE sachen (
  aus_nr integer NOT NULL REFERENCES ausschreibungen, art varchar(6) NOT NULL, beschreibung text, kennung text, hersteller text, modell text, baujahr smallint, land char(3)
);

CREATE TABLE einsaetze (
  ein_nr integer PRIMARY KEY, deckname text NOT NULL, art varchar(4) NOT NULL, stand varchar(4) NOT NULL, zweck text NOT NULL, grundlage text NOT NULL, beginn date NOT NULL, ende date NOT NULL,
  deliktsgruppen char(2)[] NOT NULL, ergebnis text, vs_grad smallint NOT NULL, weitergabe char(2), erfasst_am timestamptz NOT NULL, geaendert_am timestamptz NOT NULL
);
CREATE TABLE einsatz_partner (ein_nr integer NOT NULL REFERENCES einsaetze, land char(3) NOT NULL, rolle char(1) NOT NULL, von date, bis date, PRIMARY KEY (ein_nr, land));
CREATE TABLE einsatz_ziele (ein_nr integer NOT NULL REFERENCES einsaetze, land char(3) NOT NULL, schluessel text NOT NULL, PRIMARY KEY (ein_nr, land, schluessel));

CREATE TABLE ersuchen (
  ers_nr integer PRIMARY KEY, vorgang text NOT NULL, zeichen text NOT NULL, art varchar(4) NOT NULL, stand char(2) NOT NULL, dringlichkeit varchar(6) NOT NULL, zweck char(2) NOT NULL, behoerde text NOT NULL,
  frage text NOT NULL, sachverhalt text NOT NULL, begruendung text NOT NULL, grundlage text NOT NULL, bezug_land char(3), bezug_ausschreibung text, einsatz_land char(3), einsatz_nr text,
  gesendet_am timestamptz, faellig_am timestamptz, vs_grad smallint NOT NULL, weitergabe char(2), erfasst_am timestamptz NOT NULL, geaendert_am timestamptz NOT NULL
);
CREATE TABLE ersuchen_an (ers_nr integer NOT NULL REFERENCES ersuchen, land char(3) NOT NULL, PRIMARY KEY (ers_nr, land));
CREATE TABLE ersuchen_personen (ers_nr integer NOT NULL REFERENCES ersuchen, land char(3) NOT NULL, schluessel text NOT NULL, PRIMARY KEY (ers_nr, land, schluessel));
CREATE TABLE ersuchen_antworten (ers_nr integer NOT NULL REFERENCES ersuchen, land char(3) NOT NULL, art char(1) NOT NULL, antwort text, eingegangen_am timestamptz);
