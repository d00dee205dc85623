select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$2)
      from (
        select subject$1."id"::text as "id", case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."name" as "name", subject$1."kind" as "kind") object$2)
    from "subject" subject$1
    where subject$1."id" = $1::uuid
    limit 1) as "subject") answer$
