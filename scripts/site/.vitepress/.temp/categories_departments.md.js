import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"部门管理","description":"企业的部门。","frontmatter":{"title":"部门管理","description":"企业的部门。","layout":"category","view":{"title":"部门管理","description":"企业的部门。","operations":[{"id":"departmentList","title":"获取部门列表","method":"GET","path":"/open-api/department/list","call":"department.list"}]}},"headers":[],"relativePath":"categories/departments.md","filePath":"categories/departments.md"}');
const _sfc_main = { name: "categories/departments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/departments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const departments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  departments as default
};
