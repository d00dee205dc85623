select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', subject$1."name", 'idNumber', coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
    select key$.key_sealed
    from person_key key$
    where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked"), 'birthDate', coalesce(to_json(subject$1."birth_date"), case when subject$1.erased_at is not null then to_json($4::text || 'e0@') end), 'sex', coalesce(to_json(subject$1."sex"), case when subject$1.erased_at is not null then to_json($4::text || 'e1@') end), 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (((subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $3::uuid), $3::uuid)))))
  limit 1))
