select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', subject$1."name", 'idNumber', coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
    select key$.key_sealed
    from person_key key$
    where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked"), 'birthDate', coalesce(to_json(subject$1."birth_date"), case when subject$1.erased_at is not null then to_json($3::text || 'e0@') end), 'sex', coalesce(to_json(subject$1."sex"), case when subject$1.erased_at is not null then to_json($3::text || 'e1@') end), 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$3
    where known$3."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "honest_listing" known$6
    where known$6."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (known$2."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0)))
  limit 1))
