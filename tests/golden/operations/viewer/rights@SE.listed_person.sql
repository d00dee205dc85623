select json_build_object('viewer', $1::json, 'areas', json_build_object('totalCount', (
  select count(*)
  from "area" area$1
  where true)))
