select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', subject$1."name", 'idNumber', coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
    select key$.key_sealed
    from person_key key$
    where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked"), 'birthDate', null, 'sex', null, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$3
    where known$3."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) offset 0) or exists (
    select
    from "honest_listing" known$5
    where known$5."subject_id" = subject$1.id and (((known$5.subject_kind <> 'NATURAL_PERSON'))) offset 0)))
  limit 1))
