-- O ficheiro de XD. Corre tal como está em SQLite e em MariaDB/MySQL (base de dados em utf8mb4).
CREATE TABLE TB_INDIVIDUO (
  cod_individuo VARCHAR(12) NOT NULL PRIMARY KEY,
  situacao VARCHAR(20) NOT NULL,
  nome_completo VARCHAR(160),
  nome_original VARCHAR(160),
  sexo CHAR(1) NOT NULL,
  dt_nasc VARCHAR(10),              -- dd.MM.aaaa, MM.aaaa ou aaaa
  nasc_aprox CHAR(1) NOT NULL,      -- S, N
  local_nasc VARCHAR(80), pais_nasc CHAR(3),
  dt_obito VARCHAR(10),
  altura_mm INTEGER, peso_kg INTEGER,
  olhos VARCHAR(12), cabelo VARCHAR(12), compleicao VARCHAR(40), sinais VARCHAR(200), idiomas VARCHAR(40), profissao VARCHAR(60),
  armado CHAR(1) NOT NULL, violento CHAR(1) NOT NULL, risco_fuga CHAR(1) NOT NULL, risco_suicidio CHAR(1) NOT NULL, contagioso CHAR(1) NOT NULL, drogas CHAR(1) NOT NULL,
  protecao VARCHAR(60),             -- separada por ;
  paises_excluidos VARCHAR(40),
  sit_legal VARCHAR(80),
  obs VARCHAR(400),
  origem CHAR(3),                   -- guardado por conta de outro
  grau VARCHAR(14) NOT NULL, cod_h CHAR(2),
  dt_cadastro INTEGER NOT NULL,     -- segundos desde 1970
  dt_alteracao INTEGER NOT NULL,
  dt_eliminacao VARCHAR(10) NOT NULL
);
CREATE TABLE TB_ALCUNHA (cod_individuo VARCHAR(12) NOT NULL, seq INTEGER NOT NULL, tipo CHAR(1) NOT NULL, nome VARCHAR(160) NOT NULL, grafia VARCHAR(160), fiavel CHAR(1) NOT NULL);
CREATE TABLE TB_PALAVRA (cod_individuo VARCHAR(12) NOT NULL, palavra VARCHAR(40) NOT NULL); -- dos nomes, em letras de a a z
CREATE TABLE TB_NACIONALIDADE (cod_individuo VARCHAR(12) NOT NULL, pais CHAR(3) NOT NULL, confirmada CHAR(1) NOT NULL);
CREATE TABLE TB_DOCUMENTO (cod_individuo VARCHAR(12) NOT NULL, seq INTEGER NOT NULL, tipo VARCHAR(12) NOT NULL, numero VARCHAR(20) NOT NULL, pais CHAR(3) NOT NULL, estado VARCHAR(16) NOT NULL, emitido VARCHAR(10), validade VARCHAR(10));
CREATE TABLE TB_MORADA (cod_individuo VARCHAR(12) NOT NULL, rua VARCHAR(80), cod_postal VARCHAR(8), localidade VARCHAR(60), pais CHAR(3));
CREATE TABLE TB_FAMILIAR (cod_individuo VARCHAR(12) NOT NULL, parentesco VARCHAR(6) NOT NULL, apelidos VARCHAR(80), nome VARCHAR(80));
CREATE TABLE TB_CONTACTO (cod_individuo VARCHAR(12) NOT NULL, tipo VARCHAR(6) NOT NULL, valor VARCHAR(80) NOT NULL);

CREATE TABLE TB_DIFUSAO (
  nr_difusao VARCHAR(12) NOT NULL PRIMARY KEY,
  tipo VARCHAR(14) NOT NULL, nr_publico VARCHAR(12) NOT NULL, situacao VARCHAR(12) NOT NULL, forma CHAR(1) NOT NULL, medidas VARCHAR(80) NOT NULL,
  cod_individuo VARCHAR(12),
  entidade_req VARCHAR(120) NOT NULL, resumo VARCHAR(400) NOT NULL,
  dt_facto VARCHAR(10), local_facto VARCHAR(80), pais_facto CHAR(3),
  analise VARCHAR(12) NOT NULL, destinos VARCHAR(40), ref_onu VARCHAR(12),
  obj_tipo VARCHAR(14), obj_descricao VARCHAR(80), obj_numero VARCHAR(40), obj_marca VARCHAR(40), obj_modelo VARCHAR(60), obj_ano INTEGER, obj_pais CHAR(3),
  cad_data VARCHAR(10), cad_local VARCHAR(80), cad_pais CHAR(3), cad_sexo CHAR(1), cad_idade_min INTEGER, cad_idade_max INTEGER, cad_descricao VARCHAR(200),
  ame_origem VARCHAR(10), ame_prazo VARCHAR(80), ame_conselho VARCHAR(200),
  met_delito VARCHAR(20), met_descricao VARCHAR(200), met_meios VARCHAR(80), met_ocultacao VARCHAR(80),
  emp_nome VARCHAR(80), emp_pais CHAR(3), emp_ramo VARCHAR(40),
  grau VARCHAR(14) NOT NULL, cod_h CHAR(2),
  dt_emissao CHAR(10) NOT NULL,     -- aaaa/MM/dd
  dt_validade CHAR(10) NOT NULL,
  dt_cadastro INTEGER NOT NULL, dt_alteracao INTEGER NOT NULL
);
CREATE TABLE TB_MANDADO (nr_difusao VARCHAR(12) NOT NULL, seq INTEGER NOT NULL, tipo VARCHAR(12) NOT NULL, autoridade VARCHAR(120) NOT NULL, pais CHAR(3) NOT NULL, referencia VARCHAR(30) NOT NULL, data VARCHAR(10) NOT NULL, judicial CHAR(1) NOT NULL, imputacao VARCHAR(120) NOT NULL, pena_max_anos INTEGER NOT NULL, pena_meses INTEGER);
CREATE TABLE TB_DELITO (processo VARCHAR(14) NOT NULL, seq INTEGER NOT NULL, familia VARCHAR(20) NOT NULL, imputacao VARCHAR(120) NOT NULL, norma VARCHAR(40) NOT NULL, dt_facto VARCHAR(10), localidade VARCHAR(80), pais CHAR(3));

CREATE TABLE TB_PEDIDO (
  nr_pedido VARCHAR(12) NOT NULL PRIMARY KEY, processo VARCHAR(14) NOT NULL,
  referencia VARCHAR(24) NOT NULL, tipo VARCHAR(16) NOT NULL, situacao VARCHAR(14) NOT NULL, urgencia VARCHAR(10) NOT NULL, fim VARCHAR(16) NOT NULL, requeridos VARCHAR(40) NOT NULL, entidade_req VARCHAR(120) NOT NULL,
  pergunta VARCHAR(200) NOT NULL, factos VARCHAR(400) NOT NULL, motivo VARCHAR(200) NOT NULL, base_legal VARCHAR(40) NOT NULL,
  dif_pais CHAR(3), dif_numero VARCHAR(20), op_pais CHAR(3), op_numero VARCHAR(20),
  dt_envio INTEGER, dt_limite INTEGER, grau VARCHAR(14) NOT NULL, cod_h CHAR(2), dt_cadastro INTEGER NOT NULL, dt_alteracao INTEGER NOT NULL
);
CREATE TABLE TB_PEDIDO_PESSOA (nr_pedido VARCHAR(12) NOT NULL, pais CHAR(3) NOT NULL, numero VARCHAR(20) NOT NULL);
CREATE TABLE TB_RESPOSTA (nr_pedido VARCHAR(12) NOT NULL, pais CHAR(3) NOT NULL, tipo VARCHAR(10) NOT NULL, texto VARCHAR(400), dt_resposta INTEGER NOT NULL);

CREATE TABLE TB_OPERACAO (
  nr_operacao VARCHAR(12) NOT NULL PRIMARY KEY, nome_codigo VARCHAR(40) NOT NULL, tipo VARCHAR(16) NOT NULL, situacao VARCHAR(12) NOT NULL, objetivo VARCHAR(200) NOT NULL, base_legal VARCHAR(40) NOT NULL,
  inicio CHAR(10) NOT NULL, fim CHAR(10) NOT NULL, delitos VARCHAR(80) NOT NULL, balanco VARCHAR(200), grau VARCHAR(14) NOT NULL, cod_h CHAR(2), dt_cadastro INTEGER NOT NULL, dt_alteracao INTEGER NOT NULL
);
CREATE TABLE TB_OPERACAO_PARTE (nr_operacao VARCHAR(12) NOT NULL, pais CHAR(3) NOT NULL, papel VARCHAR(12) NOT NULL, desde VARCHAR(10), ate VARCHAR(10));
CREATE TABLE TB_OPERACAO_ALVO (nr_operacao VARCHAR(12) NOT NULL, pais CHAR(3) NOT NULL, numero VARCHAR(20) NOT NULL);
