select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', subject$1."name", 'idNumber', coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked"), 'birthDate', subject$1."birth_date", 'sex', subject$1."sex", 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and (subject$1."kind" in ('NATURAL_PERSON') and (((subject$1.id = $3::uuid))))
  limit 1))
