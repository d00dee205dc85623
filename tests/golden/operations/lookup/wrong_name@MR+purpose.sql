select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'id', subject$1."id"::text, 'name', subject$1."name")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))
