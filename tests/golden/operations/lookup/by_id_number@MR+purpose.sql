select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', subject$1."name", 'idNumber', coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
    select key$.key_sealed
    from person_key key$
    where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked"), 'birthDate', null, 'sex', null, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))
