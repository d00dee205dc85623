select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end, 'idNumber', case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end, 'birthDate', null, 'sex', null, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (known$2."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
    select
    from "honest_listing" known$3
    where known$3."subject_id" = subject$1.id and (((known$3.subject_kind <> 'NATURAL_PERSON'))) offset 0)))
  limit 1))
