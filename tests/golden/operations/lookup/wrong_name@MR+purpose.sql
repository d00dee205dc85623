select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$3)
      from (
        select subject$1."id"::text as "id", subject$1."name" as "name") object$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
